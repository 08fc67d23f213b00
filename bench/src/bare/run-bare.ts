import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from '../bench';
import { lodgeWith } from '../load/lodge-with';
import { ITEMS } from '../corpus/corpus';
import type { Manner } from '../load/under-load';
import type { Turn } from '../measure/figures';
import { measure } from '../measure/measure';
import { LOGGED_RELEASES } from '../measure/verify';
import { Child } from '../system/child';
import type { BareOrder } from './specimen';

const BARE_MAIN = join(__dirname, 'main.js');

/** The rows and events of declarations that the product has cleared, written again under new names as fast as SQL can. */
export async function runBare(bench: Bench, name: string, manner: Manner): Promise<Turn> {
  const specimens = await bench.specimens();
  return bench.cluster.within(name, async ({ adminUrl }) => {
    const { bareBatch, bareConnections: connections, turnSeconds, profile } = bench.options;
    const batch = Math.max(1, Math.floor(bareBatch * Math.min(1, ITEMS / bench.corpus.items)));
    const order: BareOrder = { adminUrl, specimens, batch, connections };
    const child = await Child.start<{ url: string }>(BARE_MAIN, order, profile);
    const client = new Client({ connectionString: adminUrl });
    try {
      const row = { manner, releases: LOGGED_RELEASES, child, client };
      return await connected(client, () => measure(lodgeWith(bench, row), turnSeconds));
    } finally {
      await child.stop();
    }
  });
}

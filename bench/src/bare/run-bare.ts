import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from '../bench';
import type { Figures } from '../measure/figures';
import { measure, type Work } from '../measure/measure';
import { LOGGED_RELEASES } from '../measure/verify';
import { Child } from '../system/child';
import type { BareOrder } from './specimen';

const BARE_MAIN = join(__dirname, 'main.js');

/** An arrival here is the beginning of a batch's first transaction. */
const ARRIVALS = 'select key, extract(epoch from at)::float8 * 1000 as at from gateway.outbox';

/** The rows and events of declarations that the product has cleared, written again under new names as fast as SQL can. */
export async function runBare(bench: Bench, name: string): Promise<Figures> {
  const specimens = await bench.specimens();
  return bench.cluster.within(name, async ({ adminUrl }) => {
    const { bareBatch: batch, bareConnections: connections, seconds, profile } = bench.options;
    const order: BareOrder = { adminUrl, specimens, batch, connections };
    const child = await Child.start<true>(BARE_MAIN, order, profile);
    const client = new Client({ connectionString: adminUrl });
    const work: Work = {
      name,
      client,
      releases: LOGGED_RELEASES,
      running: child.gone,
      isWarm: () => true,
      statements: () => child.statements(),
      finish: () => child.stop(),
      arrivals: () => instants(client, ARRIVALS),
    };
    try {
      return await connected(client, () => measure(work, seconds));
    } finally {
      await child.stop();
    }
  });
}

async function instants(client: Client, sentence: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string; at: number }>(sentence);
  return new Map(rows.map(({ key, at }) => [key, at]));
}

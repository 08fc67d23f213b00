import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from '../bench';
import { lodgeWith } from '../load/lodge-with';
import type { Manner } from '../load/under-load';
import type { Turn } from '../measure/figures';
import { measure } from '../measure/measure';
import { WRITTEN_RELEASES } from '../measure/verify';
import type { PeerOrder } from '../peer/serve-peer';
import { Child } from '../system/child';

/** What of a peer differs from row to row. */
export interface PeerRow {
  readonly name: string;
  /** The file that it runs. */
  readonly main: string;
  /** The Node that it runs on. */
  readonly node: string;
  readonly manner: Manner;
  readonly settings?: PeerOrder['settings'];
}

/** Lodges good declarations with a peer, which writes copies of the specimens' rows, one step after the other. */
export async function runPeer(
  bench: Bench,
  { name, main, node, manner, settings = {} }: PeerRow,
): Promise<Turn> {
  const { cluster, options } = bench;
  const specimens = await bench.specimens();
  return cluster.within(name, async ({ adminUrl }) => {
    const folder = mkdtempSync(join(bench.folder, `${name}-`));
    const order: PeerOrder = { adminUrl, specimens, folder, settings };
    const child = await Child.start<{ url: string }>(main, order, options.profile, node);
    const client = new Client({ connectionString: adminUrl });
    try {
      const row = { manner, releases: WRITTEN_RELEASES, child, client };
      return await connected(client, () => measure(lodgeWith(bench, row), options.turnSeconds));
    } finally {
      await child.stop();
    }
  });
}

import { removeData } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, connectedTo } from '../bench';
import { noteCommits } from '../database/cluster';
import { withKafka } from '../kafka';
import { lodge } from '../load/product';
import type { Manner } from '../load/under-load';
import type { Turn } from '../measure/figures';
import { measure } from '../measure/measure';
import { Child } from '../system/child';
import type { SplitOrder, SplitReady } from '../system/order';

const MAIN = join(__dirname, 'main.js');

/** Each service in a process of its own, on a PostgreSQL of their own that is set as the other rows' is. */
export async function runSplit(bench: Bench, manner: Manner): Promise<Turn> {
  const dataFolder = mkdtempSync(join(bench.folder, 'split-'));
  try {
    await noteCommits(dataFolder);
    return await withKafka(bench, (brokers) => measured(bench, manner, { dataFolder, brokers }));
  } finally {
    removeData(dataFolder);
  }
}

async function measured(
  { corpus, options, ways }: Bench,
  manner: Manner,
  place: Pick<SplitOrder, 'dataFolder' | 'brokers'>,
): Promise<Turn> {
  const order: SplitOrder = { ...place, country: options.country };
  const child = await Child.start<SplitReady>(MAIN, order, options.profile);
  // What the services send is counted by none of them.
  const system = { ready: [child.ready], statements: () => Promise.resolve(NaN) };
  const { databaseUrl } = child.ready;
  try {
    return await connectedTo(databaseUrl, async (client) => {
      await client.query('checkpoint');
      const lodging = { manner, corpus, ways, databaseUrl };
      return measure(await lodge(lodging, system, client), options.turnSeconds);
    });
  } finally {
    await child.stop();
  }
}

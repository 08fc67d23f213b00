import { join } from 'node:path';
import { Client } from 'pg';
import { type Bench, connected } from '../bench';
import type { Corpus } from '../corpus/corpus';
import type { RowDatabase } from '../database/cluster';
import { Door } from '@tonggwan/clearance';
import { Loader } from '../load/loader';
import { openAccounts } from '../load/product';
import type { Figures } from '../measure/figures';
import { Finished } from '../measure/finished';
import { measure, type Work } from '../measure/measure';
import { verified } from '../measure/verify';
import { SYSTEM_MAIN } from '../run-product';
import { Child } from '../system/child';
import type { SystemReady } from '../system/order';
import { collect } from './collect';
import type { BareOrder, Specimens } from './specimen';

const BARE_MAIN = join(__dirname, 'main.js');
const ARRAYS = 2;
const TOGETHER = 100;
const SETTLE_SECONDS_MAX = 60;

/** An arrival here is the beginning of a batch's first transaction. */
const ARRIVALS = 'select key, extract(epoch from at)::float8 * 1000 as at from gateway.outbox';

/** The rows and events of declarations that the product has cleared, written again under new names as fast as SQL can. */
export async function runBare(bench: Bench, name: string): Promise<Figures> {
  const specimens = await within(bench, 'specimens', (database) => specimensFrom(bench, database));
  return within(bench, name.replaceAll('-', '_'), async ({ adminUrl }) => {
    const { bareBatch: batch, bareConnections: connections, seconds, profile } = bench.options;
    const order: BareOrder = { adminUrl, specimens, batch, connections };
    const child = await Child.start<true>(BARE_MAIN, order, profile);
    const client = new Client({ connectionString: adminUrl });
    const work: Work = {
      name,
      client,
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

/** Clears a few hundred declarations and reads back what came of them. */
async function specimensFrom({ corpus, packFolder }: Bench, database: RowDatabase): Promise<Specimens> {
  const order = { engine: 'postgres', brokers: [], serviceUrls: database.serviceUrls, packFolder };
  const child = await Child.start<SystemReady>(SYSTEM_MAIN, order);
  const client = new Client({ connectionString: database.adminUrl });
  try {
    return await connected(client, async () => {
      await clearSome(child.ready, client, corpus);
      await child.stop();
      return collect(client);
    });
  } finally {
    await child.stop();
  }
}

async function clearSome({ url, tokens }: SystemReady, client: Client, corpus: Corpus): Promise<void> {
  await openAccounts(new Door(url, tokens.administrator, ARRAYS), corpus);
  const door = new Door(url, tokens.replay, ARRAYS);
  const loader = new Loader(door, corpus, TOGETHER);
  for (let array = 0; array < ARRAYS; array += 1) await loader.lodge(Date.now());
  await new Finished(client).reach(loader.good, SETTLE_SECONDS_MAX);
  await verified(client);
  door.close();
}

async function within<Result>(
  { cluster }: Bench,
  name: string,
  work: (database: RowDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await cluster.database(name);
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

async function instants(client: Client, sentence: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string; at: number }>(sentence);
  return new Map(rows.map(({ key, at }) => [key, at]));
}

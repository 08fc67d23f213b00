import { Door } from '@tonggwan/clearance';
import { Client } from 'pg';
import { connected } from '../bench';
import type { Corpus } from '../corpus/corpus';
import type { Cluster, RowDatabase } from '../database/cluster';
import { Loader } from '../load/loader';
import { openAccounts } from '../load/product';
import { Finished, finishedIn } from '../measure/finished';
import { LOGGED_RELEASES, verified } from '../measure/verify';
import { SYSTEM_MAIN } from '../run-product';
import { Child } from '../system/child';
import type { SystemReady } from '../system/order';
import { collect } from './collect';
import type { Specimens } from './specimen';

const ARRAYS = 2;
const TOGETHER = 100;
const SETTLE_SECONDS_MAX = 60;

/** What specimens are made with. */
export interface Origin {
  readonly cluster: Cluster;
  readonly corpus: Corpus;
  readonly packFolder: string;
}

/** Clears a few hundred declarations and reads back what came of them. */
export function specimensFrom(origin: Origin): Promise<Specimens> {
  return origin.cluster.within('specimens', (database) => clearedIn(database, origin));
}

async function clearedIn(database: RowDatabase, { corpus, packFolder }: Origin): Promise<Specimens> {
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
  const loader = new Loader(door, corpus.lodgements(), TOGETHER);
  for (let array = 0; array < ARRAYS; array += 1) await loader.lodge(Date.now());
  await new Finished(() => finishedIn(client)).reach(loader.good, SETTLE_SECONDS_MAX);
  await verified(client, LOGGED_RELEASES);
  door.close();
}

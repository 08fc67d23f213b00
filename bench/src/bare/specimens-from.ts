import { Door, untilQuiet } from '@tonggwan/clearance';
import { Client } from 'pg';
import { connected } from '../bench';
import { oneOfEach, type Released } from '../contents/released';
import { type Corpus, TEMPLATES } from '../corpus/corpus';
import type { Cluster, RowDatabase } from '../database/cluster';
import { Loader } from '../load/loader';
import { openAccounts } from '../load/product';
import { Finished, finishedIn } from '../measure/finished';
import { LOGGED_RELEASES, verified } from '../measure/verify';
import { Child } from '../system/child';
import type { SystemReady } from '../system/order';
import { SYSTEM_MAIN } from '../system/system-main';
import { collect } from './collect';
import type { Specimens } from './specimen';

const CONNECTIONS = 2;
/** Declarations in a message; a message must not become too large. */
const togetherOf = ({ templates }: Corpus): number => (templates === TEMPLATES ? 100 : 1);
/** Few declarations are looked at, so that a handful of rounds releases every content. */
const ROUNDS_MAX = 10;
const SETTLE_SECONDS_MAX = 60;

/** What specimens are made with. */
export interface Origin {
  readonly cluster: Cluster;
  readonly corpus: Corpus;
  readonly packFolder: string;
}

/** Has the product clear declarations until each content was released once, and reads back what came of one of each. */
export function specimensFrom(origin: Origin): Promise<Specimens> {
  return origin.cluster.within('specimens', (database) => clearedIn(database, origin));
}

async function clearedIn(database: RowDatabase, { corpus, packFolder }: Origin): Promise<Specimens> {
  const { sharedUrl, serviceUrls } = database;
  const order = { engine: 'postgres', brokers: [], sharedUrl, serviceUrls, packFolder };
  const child = await Child.start<SystemReady>(SYSTEM_MAIN, order);
  const client = new Client({ connectionString: database.adminUrl });
  try {
    return await connected(client, async () => {
      const released = await clearSome(child.ready, database.adminUrl, client, corpus);
      await child.stop();
      return collect(client, released, togetherOf(corpus));
    });
  } finally {
    await child.stop();
  }
}

async function clearSome(
  { url, tokens }: SystemReady,
  databaseUrl: string,
  client: Client,
  corpus: Corpus,
): Promise<readonly Released[]> {
  await openAccounts(new Door(url, tokens.administrator, CONNECTIONS), corpus);
  const door = new Door(url, tokens.replay, CONNECTIONS);
  const together = togetherOf(corpus);
  const loader = new Loader(door, corpus.lodgements(), together);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (let lodged = 0; lodged < corpus.templates; lodged += together) await loader.lodge(Date.now());
    await new Finished(() => finishedIn(client)).reach(loader.good, SETTLE_SECONDS_MAX);
    await untilQuiet(databaseUrl, () => undefined);
    await verified(client, LOGGED_RELEASES);
    const released = await oneOfEach(client);
    if (released.length !== corpus.templates) continue;
    door.close();
    return released;
  }
  throw new Error(`${ROUNDS_MAX} rounds have not released ${corpus.templates} contents`);
}

import type { Client } from 'pg';
import type { Corpus } from '../corpus/corpus';
import { Finished, finishedIn } from '../measure/finished';
import type { Work } from '../measure/measure';
import { LOGGED_RELEASES } from '../measure/verify';
import type { Child } from '../system/child';
import { PARTY, type SystemReady } from '../system/order';
import { Door, untilQuiet } from '@tonggwan/clearance';
import { Loader } from './loader';
import { type Manner, underLoad } from './under-load';

const ACCOUNT_CONNECTIONS = 8;

export interface Lodging {
  readonly manner: Manner;
  readonly corpus: Corpus;
  readonly rate?: number;
  /** The superuser's address. */
  readonly databaseUrl: string;
}

/** Opens the accounts, then lodges over HTTP until it is told to finish, which it has when all services are at rest. */
export async function lodge(
  { manner, corpus, rate, databaseUrl }: Lodging,
  child: Pick<Child<SystemReady>, 'ready' | 'statements'>,
  client: Client,
): Promise<Work> {
  const { url, tokens } = child.ready;
  await openAccounts(new Door(url, tokens.administrator, ACCOUNT_CONNECTIONS), corpus);
  const door = new Door(url, tokens.replay, manner.connections);
  const loader = new Loader(door, corpus.lodgements(), manner.together);
  const before = await finishedIn(client);
  const finished = new Finished(async () => (await finishedIn(client)) - before);
  const row = { manner, rate, child, client, releases: LOGGED_RELEASES };
  const work = underLoad(row, { door, loader, finished });
  const finish = async (): Promise<void> => {
    await work.finish();
    await untilQuiet(databaseUrl, () => undefined);
  };
  return { ...work, finish };
}

export async function openAccounts(door: Door, corpus: Corpus): Promise<void> {
  const accounts = [...corpus.accounts(PARTY)];
  const open = async (): Promise<void> => {
    for (let account = accounts.pop(); account; account = accounts.pop()) {
      const { status, body } = await door.call({
        method: 'POST',
        path: '/accounts',
        body: JSON.stringify(account),
      });
      if (status !== 200) throw new Error(`an account was answered ${status}: ${body}`);
    }
  };
  await Promise.all(Array.from({ length: ACCOUNT_CONNECTIONS }, open));
  door.close();
}

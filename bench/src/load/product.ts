import type { Client } from 'pg';
import type { Corpus } from '../corpus/corpus';
import { Finished } from '../measure/finished';
import type { Work } from '../measure/measure';
import type { Child } from '../system/child';
import { PARTY, type SystemReady } from '../system/order';
import { Door } from '@tonggwan/clearance';
import { Loader } from './loader';
import { openLoop, saturating } from './pace';

const ACCOUNT_CONNECTIONS = 8;
const DRAIN_SECONDS_MAX = 60;

/** How a row lodges. */
export interface Manner {
  /** Declarations in a request. */
  readonly together: number;
  readonly connections: number;
  /** At saturation so many declarations are under way, lodged and not finished. */
  readonly underWay: number;
}

export interface Lodging {
  readonly name: string;
  readonly manner: Manner;
  readonly corpus: Corpus;
  readonly rate?: number;
}

/** Opens the accounts, then lodges over HTTP until it is told to finish. */
export async function lodge(
  { name, manner, corpus, rate }: Lodging,
  child: Child<SystemReady>,
  client: Client,
): Promise<Work> {
  const { url, tokens } = child.ready;
  await openAccounts(new Door(url, tokens.administrator, ACCOUNT_CONNECTIONS), corpus);
  const door = new Door(url, tokens.replay, manner.connections);
  const loader = new Loader(door, corpus, manner.together);
  const finished = new Finished(client);
  const pace = rate
    ? openLoop((1_000 * manner.together) / rate)
    : saturating(() => loader.good - finished.count < manner.underWay);
  const running = loader.run(pace, manner.connections);
  return {
    name,
    client,
    running,
    isWarm: () => rate !== undefined || finished.count >= manner.underWay,
    statements: () => child.statements(),
    arrivals: () => Promise.resolve(loader.arrivals),
    finish: async () => {
      pace.stop();
      await running;
      await finished.reach(loader.good, DRAIN_SECONDS_MAX);
      door.close();
    },
  };
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

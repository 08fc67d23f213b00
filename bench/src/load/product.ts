import { Door, SERVICES, untilQuiet } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';
import type { Client } from 'pg';
import type { Ways } from '../bench';
import type { Corpus } from '../corpus/corpus';
import { Finished, finishedIn } from '../measure/finished';
import type { Work } from '../measure/measure';
import { LOGGED_RELEASES } from '../measure/verify';
import { PARTY, type SystemReady } from '../system/order';
import { Doors } from './doors';
import { Loader } from './loader';
import { Lookups } from './lookups';
import { type Manner, underLoad } from './under-load';

const ACCOUNT_CONNECTIONS = 8;
const LOOKUP_CONNECTIONS = 32;

export interface Lodging {
  readonly manner: Manner;
  readonly corpus: Corpus;
  readonly ways: Ways;
  /** The superuser's address. */
  readonly databaseUrl: string;
}

/** A product that runs, with as many doors as processes. */
export interface Running {
  readonly ready: readonly SystemReady[];
  statements(): Promise<number>;
}

/** Opens the accounts, then lodges over HTTP until it is told to finish, which it has when all services are at rest. */
export async function lodge(
  { manner, corpus, ways, databaseUrl }: Lodging,
  child: Running,
  client: Client,
): Promise<Work> {
  const [{ url, tokens }] = child.ready as [SystemReady];
  await openAccounts(new Door(url, tokens.administrator, ACCOUNT_CONNECTIONS), corpus);
  const door = doorsOf(child, manner.connections, ways);
  const loader = new Loader(door, corpus.lodgements(), manner.together);
  const before = await finishedIn(client);
  const finished = new Finished(async () => (await finishedIn(client)) - before);
  const row = { manner, rate: ways.rate, child, client, releases: LOGGED_RELEASES };
  const work = underLoad(row, { door, loader, finished });
  const lookups =
    ways.lookups && new Lookups(doorsOf(child, LOOKUP_CONNECTIONS, ways), loader.lodged, ways.lookups);
  return {
    ...work,
    stop: () => {
      work.stop();
      if (lookups) lookups.stop();
    },
    finish: async () => {
      if (lookups) await lookups.finish();
      await work.finish();
      await untilQuiet(databaseUrl, () => undefined);
    },
    seen: async ({ from, to }) => ({
      lookupMs: lookups ? lookups.waitsWithin(from, to) : [],
      largestEventBytes: await largestEventIn(client),
    }),
  };
}

function doorsOf({ ready }: Running, connections: number, { kill = false }: Ways): Doors {
  const each = Math.ceil(connections / ready.length);
  return new Doors(
    ready.map(({ url, tokens }) => new Door(url, tokens.replay, each)),
    kill,
  );
}

async function largestEventIn(client: Client): Promise<number> {
  const largest = SERVICES.map(
    ({ name }) => `select max(octet_length(data)) as bytes from ${schemaOf(name)}.outbox`,
  );
  const { rows } = await client.query<{ bytes: number }>(
    `select max(bytes)::int as bytes from (${largest.join(' union all ')}) as each`,
  );
  return rows[0]!.bytes;
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

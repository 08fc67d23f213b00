import { Module } from '@nestjs/common';
import { EVENTS } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import {
  Bell,
  hotPool,
  LANE_SETTINGS,
  type OutgoingEvent,
  PostgresEngine,
  PostgresStore,
  schemaOf,
} from '@tonggwan/messaging';
import {
  type Caller,
  type Environment,
  EVENT_TYPES,
  type HostedService,
  hostService,
  LocalIssuer,
  provision,
  type ServiceDefinition,
  systemRandom,
  Tokens,
  wallClock,
} from '@tonggwan/service-host';
import { Client } from 'pg';
import { asRole, testDatabase } from './test-database';

const PASSWORD = 'test';

@Module({})
class NothingModule {}

export interface TestService extends HostedService {
  /** The superuser's address of the database. */
  readonly adminUrl: string;
  /** Says an event as the service that owns its type. */
  publish(...events: OutgoingEvent[]): Promise<void>;
  /** Calls a door as somebody; the body goes as JSON. */
  call(caller: Caller, method: 'GET' | 'POST', path: string, body?: unknown): Promise<TestAnswer>;
  /** The header that lets somebody in. */
  authorization(caller: Caller): Promise<string>;
  /** Tries until it holds, or fails with the last reason after five seconds. */
  eventually(check: () => Promise<void> | void): Promise<void>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * One service on a real PostgreSQL, beside the empty logs of those that it listens to.
 * @param engine what carries events to it: PostgreSQL itself unless said
 */
export async function startTestService(
  definition: ServiceDefinition,
  pack: CountryPack,
  engine?: Environment['engine'],
): Promise<TestService> {
  const adminUrl = await testDatabase();
  await provision(adminUrl, [definition, ...neighboursOf(definition)], () => PASSWORD);
  const issuer = LocalIssuer.ofOneProcess();
  const bell = new Bell();
  const hosted = await hostService(definition, {
    engine: engine ?? ((_service, { pool, connect }) => new PostgresEngine(pool, connect, bell)),
    databaseUrl: (service) => asRole(adminUrl, schemaOf(service), PASSWORD),
    tokens: new Tokens(await issuer.issuer()),
    clock: wallClock,
    random: systemRandom,
    pack,
    bell,
    settings: LANE_SETTINGS,
  });
  const authorization = async (caller: Caller): Promise<string> =>
    `Bearer ${await issuer.token(caller, '1h')}`;
  return {
    ...hosted,
    adminUrl,
    authorization,
    publish: (...events) => publish(adminUrl, events, bell),
    call: async (caller, method, url, body) => {
      const headers = { authorization: await authorization(caller) };
      const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await hosted.app.inject({ method, url, headers: { ...headers, ...type }, ...payload });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: answer.payload ? parsed(answer.payload) : '',
      };
    },
    eventually,
  };
}

/** Rows as they are, past all policies: for a test to look into. */
export async function queryAs(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

function neighboursOf({ name }: ServiceDefinition): ServiceDefinition[] {
  const sources = new Set(EVENTS.map(({ source }) => source));
  sources.delete(name);
  return [...sources].map((source) => ({
    name: source,
    module: NothingModule,
    tables: [],
    migrations: [],
    routes: [],
  }));
}

async function publish(adminUrl: string, events: readonly OutgoingEvent[], bell: Bell): Promise<void> {
  for (const event of events) {
    const source = EVENT_TYPES.sourceOf(event.type);
    if (!source) throw new Error(`nobody publishes ${event.type}`);
    const pool = hotPool({ connectionString: asRole(adminUrl, schemaOf(source), PASSWORD), max: 1 });
    const store = new PostgresStore(source, schemaOf(source), pool, bell);
    await store.transact((transaction) => transaction.append([event]));
    await pool.end();
  }
}

const TRY_MS = 25;
const TRIES_MAX = 200;

export async function eventually(check: () => Promise<void> | void): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await check();
    } catch (error) {
      if (tries === TRIES_MAX) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_MS));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

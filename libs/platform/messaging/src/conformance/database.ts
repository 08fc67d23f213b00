import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { hotPool } from '../postgres/hot-pool';
import { archiveSql } from '../postgres/archive-schema';
import { epochSql } from '../postgres/epoch-schema';
import { eventLogSql, READER_ROLE } from '../postgres/schema';
import { CONSUMER, SOURCES } from './office';

/** The tables that the handlers of these tests work on. */
const TABLES = `
  create table release.diary (id text primary key, revision bigint not null, state jsonb not null);
  create table payments.book (id text primary key, revision bigint not null, state jsonb not null);
  create table declarations.shelf (id text primary key, revision bigint not null, state jsonb not null);
  create table release.account (id text primary key, revision bigint not null, state jsonb not null);
`;

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  readonly pool: Pool;
  connect(): Promise<Client>;
  close(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('tests with a database end in .int-spec.ts: only those have one');
  const name = `log_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  await once(address.href, prepared());
  const pool = hotPool({ connectionString: address.href, max: 24 });
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: address.href });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  return { name, url: address.href, pool, connect, close: () => pool.end() };
}

function prepared(): string {
  const schemas = [...SOURCES, CONSUMER];
  const roles = [READER_ROLE, ...schemas].map(
    (role) =>
      `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$;`,
  );
  const logs = schemas.map(
    (schema) => `create schema ${schema}; ${eventLogSql(schema)} ${archiveSql(schema)} ${epochSql(schema)}`,
  );
  return [...roles, ...logs, TABLES].join('\n');
}

async function once(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

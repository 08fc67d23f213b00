import { archiveSql, epochSql, eventLogSql, READER_ROLE, schemaOf } from '@tonggwan/messaging';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { ServiceDefinition } from '../service';
import { doorRole } from './lookups';

/** Somebody who migrates at the same time waits here. */
const MIGRATION_LOCK = 7_470_001;

/** Who hosts all services. */
export const SHARED_ROLE = 'clearance';

/**
 * Makes the schemas and roles of these services and runs their migrations. Done again it changes nothing.
 * @param adminUrl a role that may create roles and schemas; it owns the tables, so that no service can pass row-level security by
 */
export async function provision(
  adminUrl: string,
  definitions: readonly ServiceDefinition[],
  passwordOf: (service: string) => string,
): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: adminUrl, poolSize: 1 }).initialize();
  try {
    await admin.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await createRole(admin, READER_ROLE, 'nologin');
    for (const { name } of definitions) await prepare(admin, name, passwordOf(name));
    for (const definition of definitions) await migrate(adminUrl, definition);
  } finally {
    await admin.destroy();
  }
}

/**
 * A role for a process that hosts all services: it may do what each of them may. Made again it changes nothing.
 * @param adminUrl as {@link provision} takes it, after which this is called
 */
export async function provisionShared(
  adminUrl: string,
  definitions: readonly ServiceDefinition[],
  password: string,
): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: adminUrl, poolSize: 1 }).initialize();
  try {
    await createRole(admin, SHARED_ROLE, 'login');
    await admin.query(`
      alter role ${SHARED_ROLE} login nosuperuser nobypassrls password ${literal(password)};
      ${hotLimits(SHARED_ROLE)}
      grant ${definitions.map(({ name }) => schemaOf(name)).join(', ')} to ${SHARED_ROLE};
    `);
  } finally {
    await admin.destroy();
  }
}

async function prepare(admin: DataSource, service: string, password: string): Promise<void> {
  const schema = schemaOf(service);
  const door = doorRole(service);
  await createRole(admin, door, 'nologin');
  await createRole(admin, schema, 'login');
  await admin.query(`
    alter role ${schema} login nosuperuser nobypassrls password ${literal(password)};
    ${hotLimits(schema)}
    alter role ${schema} set search_path = ${schema};
    grant ${door} to ${schema};
    grant ${READER_ROLE} to ${schema};
    create schema if not exists ${schema};
    grant usage on schema ${schema} to ${schema}, ${door};
  `);
}

/** Nothing on the hot path may hold a row for long. */
function hotLimits(role: string): string {
  return `
    alter role ${role} set idle_in_transaction_session_timeout = '2s';
    alter role ${role} set lock_timeout = '5s';
    alter role ${role} set statement_timeout = '30s';`;
}

/** Roles are the server's, not the database's: another system on the same server may have made them. */
async function createRole(admin: DataSource, role: string, kind: 'login' | 'nologin'): Promise<void> {
  await admin.query(`
    do $$ begin create role ${role} ${kind} nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null; end $$`);
}

async function migrate(adminUrl: string, { name, migrations }: ServiceDefinition): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: adminUrl,
    poolSize: 1,
    schema: schemaOf(name),
    migrationsTableName: 'migration',
    migrations: [
      logMigration('EventLog1700000000000', eventLogSql(name)),
      ...migrations,
      logMigration('EventLogArchive1795786000000', archiveSql(name)),
      logMigration('EventLogEpochs1795788000000', epochSql(name)),
    ],
    migrationsTransactionMode: 'each',
    extra: { options: '-c lock_timeout=2s' },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** The log is the history and is kept for ever, and so is what says where parts of it are: neither is taken back. */
function logMigration(name: string, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('an event log is not taken back'));
    }
  };
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

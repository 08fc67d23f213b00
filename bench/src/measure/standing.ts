import type { Client } from 'pg';
import { cpuSecondsByProgram, type Program } from './processes';

/** What has been used up to an instant. Two of these are a measurement. */
export interface Standing {
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly cpuSeconds: Readonly<Record<Program | 'loader', number>>;
  readonly walBytes: number;
  /** How often the WAL was brought to the disk for good. */
  readonly walSyncs: number;
  /** Of the row's database, tables and indexes and what is not tidied up yet. */
  readonly storedBytes: number;
  /** Committed in the row's database, those of looking on included. */
  readonly transactions: number;
  readonly statements: number;
}

const SERVER = `
  select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as "walBytes",
         (select sum(fsyncs) from pg_stat_io where object = 'wal')::float8 as "walSyncs",
         pg_database_size(current_database())::float8 as "storedBytes",
         (select xact_commit from pg_stat_database where datname = current_database())::float8 as transactions`;

export async function standing(client: Client, statements: () => Promise<number>): Promise<Standing> {
  const { rows } = await client.query<Omit<Standing, 'at' | 'cpuSeconds' | 'statements'>>(SERVER);
  const { user, system } = process.cpuUsage();
  const cpuSeconds = { ...cpuSecondsByProgram(), loader: (user + system) / 1e6 };
  return { at: Date.now(), cpuSeconds, ...rows[0]!, statements: await statements() };
}

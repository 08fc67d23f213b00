import type { Pool } from 'pg';
import { kafkaSystem, type KafkaSystem } from './kafka-platform';
import { postgresSystem, type PostgresSystem } from './postgres-platform';
import type { Service } from './system';

/** What the tables of these services hold at this moment, to set them back to it. */
export class Backup {
  private constructor(
    private readonly pool: Pool,
    private readonly tables: readonly string[],
  ) {}

  static async of({ database: { pool } }: PostgresSystem, ...services: readonly Service[]): Promise<Backup> {
    const { rows } = await pool.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables join pg_class on oid = (schemaname || '.' || tablename)::regclass
       where schemaname = any($1) and relkind = 'r'`,
      [services],
    );
    const tables = rows.map(({ name }) => name);
    const copies = tables.map((table) => `create table ${copyOf(table)} as table ${table};`);
    await pool.query(`begin; ${copies.join(' ')} commit`);
    return new Backup(pool, tables);
  }

  async restore(): Promise<void> {
    const steps = this.tables.map(
      (table) => `insert into ${table} overriding system value table ${copyOf(table)};`,
    );
    await this.pool.query(`begin; truncate ${this.tables.join()}; ${steps.join(' ')} commit`);
  }
}

function copyOf(table: string): string {
  return `public.backup_${table.replace('.', '_')}`;
}

/** The same database as new processes see it. */
export function startedAgain<System extends PostgresSystem | KafkaSystem>(system: System): System {
  const { database } = system;
  return ('brokers' in system ? kafkaSystem(database, system.brokers) : postgresSystem(database)) as System;
}

import type { Pool } from 'pg';

/** The services that have a log in this database. */
export async function servicesIn(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ schema: string }>(
    `select nspname as schema from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relname = 'outbox' and relkind = 'p' order by nspname`,
  );
  return rows.map(({ schema }) => schema.replaceAll('_', '-'));
}

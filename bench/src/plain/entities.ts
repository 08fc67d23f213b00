import type { Client } from 'pg';
import { type ColumnType, EntitySchema } from 'typeorm';
import type { TableShape } from '../bare/specimen';

export type Entity = Record<string, unknown>;

const KEYS = `
  select c.connamespace::regnamespace || '.' || t.relname as "table", a.attname as "column"
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  join pg_attribute a on a.attrelid = t.oid and a.attnum = any(c.conkey)
  where c.contype = 'p'`;

/** One for each table that has a key in the database, which TypeORM asks for, under the table's name. */
export async function entitiesOf(
  tables: readonly TableShape[],
  client: Client,
): Promise<EntitySchema<Entity>[]> {
  const { rows } = await client.query<{ table: string; column: string }>(KEYS);
  const keys = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const keyed = tables.filter(({ name }) => rows.some(({ table }) => table === name));
  return keyed.map(({ name, columns }) => {
    const [schema, tableName] = name.split('.');
    const described = columns.map(({ name: column, type }) => [
      column,
      { ...typed(type), nullable: true, primary: keys.has(`${name}.${column}`) },
    ]);
    return new EntitySchema<Entity>({ name, schema, tableName, columns: Object.fromEntries(described) });
  });
}

function typed(type: string): { type: ColumnType; array: boolean } {
  return { type: type.replace('[]', '') as ColumnType, array: type.endsWith('[]') };
}

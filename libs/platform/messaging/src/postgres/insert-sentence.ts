import type { QueryConfig } from 'pg';
import type { ColumnType, GrowingTable } from '../growing-table';
import { byteaArray, textArray } from './binary-array';

type Row = Readonly<Record<string, unknown>>;

/** Adds rows to a table, a list for each column: PostgreSQL takes these twice as fast as rows in JSON. */
export function insertSentence({ name, columns }: GrowingTable, rows: readonly object[]): QueryConfig {
  const typed = Object.entries(columns) as [string, ColumnType][];
  const names = typed.map(([column]) => column).join(', ');
  const lists = typed.map(([, type], index) => `$${index + 1}::${type === 'bytea' ? type : 'text'}[]`);
  return {
    name: `insert ${name}`,
    text: `insert into ${name} (${names})
           select ${typed.map(([column, type]) => `${column}::${type}`).join(', ')}
           from unnest(${lists.join(', ')}) as row(${names})`,
    values: typed.map(([column, type]) => listOf(type, rows as readonly Row[], column)),
  };
}

function listOf(type: ColumnType, rows: readonly Row[], column: string): Buffer {
  if (type === 'bytea') return byteaArray(rows.map((row) => (row[column] as Buffer | undefined) ?? null));
  return textArray(rows.map((row) => textOf(row[column] ?? null, type)));
}

function textOf(value: unknown, type: ColumnType): string | null {
  if (value === null) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  return type === 'uuid[]' ? `{${(value as readonly string[]).join(',')}}` : String(value);
}

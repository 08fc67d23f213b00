import type { QueryConfig } from 'pg';

/** Bytes in a row that goes with others: beyond that two digits for each byte cost more than a sentence of its own. */
const BYTES_TOGETHER_MAX = 16 * 1024;

/** Rows of one table, all of the same columns, in one sentence where none has many bytes. */
export function insertSentences(table: string, rows: readonly object[]): readonly QueryConfig[] {
  const alone = rows.filter((row) => bytesIn(row) > BYTES_TOGETHER_MAX);
  const together = alone.length > 0 ? rows.filter((row) => !alone.includes(row)) : rows;
  const sentences = alone.map((row) => insertOne(table, row));
  return together.length > 0 ? [insertAll(table, together), ...sentences] : sentences;
}

function insertOne(table: string, row: object): QueryConfig {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return {
    name: `insert one ${table}`,
    text: `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    values: Object.values(row),
  };
}

function insertAll(table: string, rows: readonly object[]): QueryConfig {
  return {
    name: `insert ${table}`,
    text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(rows.map(inDigits))],
  };
}

/** Bytes as PostgreSQL reads them from a text. */
function inDigits(row: object): object {
  if (!Object.values(row).some(Buffer.isBuffer)) return row;
  const fields = Object.entries(row) as [string, unknown][];
  return Object.fromEntries(
    fields.map(([name, value]) => [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]),
  );
}

function bytesIn(row: object): number {
  const values = Object.values(row) as unknown[];
  return values.reduce<number>((sum, value) => (Buffer.isBuffer(value) ? sum + value.length : sum), 0);
}

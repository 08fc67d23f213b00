import { textArray } from '@tonggwan/messaging';
import type { Client } from 'pg';
import { type Copy, newId } from '../peer/copy';
import type { Batch } from './lodged';
import type { Pattern } from './pattern';
import type { TableShape } from './specimen';

interface NewDeclaration extends Copy {
  readonly pattern: Pattern;
}

/** Writes what the services would have written: one transaction for each service and batch, each row once and as it is in the end. */
export class Writer {
  /** Answers so far, by bucket: the places of their feed. */
  private readonly answers = new Map<number, number>();

  constructor(
    private readonly tables: Readonly<Record<string, readonly TableShape[]>>,
    private readonly patterns: readonly Pattern[],
  ) {}

  async write(client: Client, { bucket, copies }: Batch): Promise<void> {
    const declarations = copies.map((copy) => ({ ...copy, pattern: this.patterns[copy.specimen]! }));
    for (const [schema, tables] of Object.entries(this.tables)) {
      await client.query('begin');
      for (const table of tables) await this.insert(client, table, bucket, declarations);
      if (schema === 'payments') await drawOn(client, declarations);
      await append(client, schema, bucket, declarations);
      await client.query('commit');
    }
  }

  private async insert(
    client: Client,
    { name, columns }: TableShape,
    bucket: number,
    declarations: readonly NewDeclaration[],
  ): Promise<void> {
    const values: (string | null)[][] = columns.map(() => []);
    for (const declaration of declarations) {
      for (const row of declaration.pattern.rows.get(name) ?? []) {
        columns.forEach((column, at) => {
          values[at]!.push(this.ownValue(column, name, bucket) ?? row[at]?.with(declaration) ?? null);
        });
      }
    }
    if (values[0]!.length === 0) return;
    const numbers = columns.map((_, at) => at + 1);
    await client.query({
      name: `insert ${name}`,
      text: `insert into ${name} (${columns.map((column) => column.name).join()})
             select ${columns.map(({ type }, at) => `v${at + 1}::${type}`).join()}
             from unnest(${numbers.map((at) => `$${at}::text[]`).join()}) as row(${numbers.map((at) => `v${at}`).join()})`,
      values: values.map(columnOf),
    });
  }

  /** What no two rows may have alike. */
  private ownValue(
    { name, type }: TableShape['columns'][number],
    table: string,
    bucket: number,
  ): string | undefined {
    if (name === 'id' && type === 'uuid') return newId();
    if (table !== 'gateway.answer') return undefined;
    if (name === 'bucket') return String(bucket);
    if (name !== 'position') return undefined;
    const position = (this.answers.get(bucket) ?? 0) + 1;
    this.answers.set(bucket, position);
    return String(position);
  }
}

/** The accounts that stand for the duty: each written once, locked in the order of their names. */
async function drawOn(client: Client, declarations: readonly NewDeclaration[]): Promise<void> {
  const values = [[...new Set(declarations.map(({ account }) => account))]];
  await client.query({
    name: 'lock accounts',
    text: 'select id from payments.account where id = any($1) order by id for no key update',
    values,
  });
  await client.query({
    name: 'draw on accounts',
    text: 'update payments.account set revision = revision + 1, state = state where id = any($1)',
    values,
  });
}

/** The events, in one statement with the counter of their bucket. */
async function append(
  client: Client,
  schema: string,
  bucket: number,
  declarations: readonly NewDeclaration[],
): Promise<void> {
  const events = declarations.flatMap((declaration) =>
    (declaration.pattern.events.get(schema) ?? []).map(({ type, data }) => {
      return { key: declaration.id, type, data: data.with(declaration) };
    }),
  );
  if (events.length === 0) return;
  await client.query({
    name: `append ${schema}`,
    text: `with counter as (update ${schema}.bucket set next = next + $2 where bucket = $1 returning next - $2 as first)
           insert into ${schema}.outbox (bucket, position, epoch, key, type, data)
           select $1, first + number - 1, 1, key, type, data
           from counter, unnest($3::text[], $4::text[], $5::text[]) with ordinality as event(key, type, data, number)`,
    values: [
      bucket,
      events.length,
      textArray(events.map(({ key }) => key)),
      textArray(events.map(({ type }) => type)),
      textArray(events.map(({ data }) => data)),
    ],
  });
}

/** As the product sends it where nothing is null, which is less work for both sides. */
function columnOf(values: readonly (string | null)[]): Buffer | readonly (string | null)[] {
  return values.every((value) => value !== null) ? textArray(values) : values;
}

import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';
import type { Client } from 'pg';
import type { Released } from '../contents/released';
import type { RowText, ServiceRows, Specimen, Specimens, TableShape } from './specimen';

/** Of the log itself, whose events are collected apart, and a trader's first sight, which no later declaration repeats. */
const LEFT_OUT = ['bucket', 'lane', 'mark', 'dead_letter', 'replay_request', 'migration', 'trader'];

/** In the order in which the tables were made, so that none comes before what it refers to. */
const COLUMNS = `
  select c.table_schema as schema, c.table_name as "table", c.column_name as name,
         format_type(a.atttypid, a.atttypmod) as type
  from information_schema.columns c
  join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass and a.attname = c.column_name
  where c.table_schema = any($1) and c.is_generated = 'NEVER' and c.is_identity = 'NO'
    and c.table_name <> all($2) and c.table_name not like 'outbox%'
  order by a.attrelid, c.ordinal_position`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Reads back all that the product has written about these declarations.
 * @param together how many declarations each message had
 */
export async function collect(
  client: Client,
  released: readonly Released[],
  together: number,
): Promise<Specimens> {
  const tables = await tablesIn(client);
  const declarations = released.map(found);
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  for (const [schema, shapes] of Object.entries(tables)) {
    for (const shape of shapes) await collectRows(client, schema, shape, { byId, together });
    await collectEvents(client, schema, byId);
  }
  const { rows: accounts } = await client.query<{ id: string; state: string }>(
    'select id, state::text from payments.account order by id',
  );
  return { tables, declarations, accounts };
}

async function tablesIn(client: Client): Promise<Record<string, TableShape[]>> {
  const schemas = SERVICES.map(({ name }) => schemaOf(name));
  const { rows } = await client.query<Record<'schema' | 'table' | 'name' | 'type', string>>(COLUMNS, [
    schemas,
    LEFT_OUT,
  ]);
  const tables: Record<string, TableShape[]> = Object.fromEntries(schemas.map((schema) => [schema, []]));
  for (const table of new Set(rows.map((row) => `${row.schema}.${row.table}`))) {
    const columns = rows.filter((row) => `${row.schema}.${row.table}` === table);
    tables[columns[0]!.schema]!.push({
      name: table,
      columns: columns.map(({ name, type }) => ({ name, type })),
    });
  }
  return tables;
}

type Found = Specimen & { readonly services: Record<string, MutableRows> };
type MutableRows = { rows: Record<string, RowText[]>; events: ServiceRows['events'][number][] };

function found(released: Released): Found {
  const services = SERVICES.map(({ name }) => [schemaOf(name), { rows: {}, events: [] }]);
  return { ...released, services: Object.fromEntries(services) };
}

/** An array's message names none of its declarations: as many as the declarations would fill go each with one of them. */
const MESSAGES = 'gateway.raw_message';

async function collectRows(
  client: Client,
  schema: string,
  { name, columns }: TableShape,
  { byId, together }: { readonly byId: ReadonlyMap<string, Found>; readonly together: number },
): Promise<void> {
  const values = columns.map((column) => `${column.name}::text`).join();
  const senders = [...byId.values()].slice(0, Math.ceil(byId.size / together));
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${values} from ${name}`,
    rowMode: 'array',
  });
  rows.forEach((row, index) => {
    const named = row.flatMap((value) => value?.match(UUID) ?? []).find((id) => byId.has(id));
    const owner = name === MESSAGES ? senders[index] : named && byId.get(named);
    if (owner) (owner.services[schema]!.rows[name] ??= []).push(row);
  });
}

async function collectEvents(
  client: Client,
  schema: string,
  byId: ReadonlyMap<string, Found>,
): Promise<void> {
  const { rows } = await client.query<{ key: string; type: string; data: string }>(
    `select key, type, data from ${schema}.outbox order by bucket, position`,
  );
  for (const { key, type, data } of rows) byId.get(key)?.services[schema]!.events.push({ type, data });
}

import { CHANNELS, CONDITIONS, type Status, STATUSES } from '@tonggwan/contracts';
import { Client } from 'pg';

/** How all declarations of a data folder stand. */
export interface Summary {
  /** The sum over `status`. */
  readonly lodged: number;
  readonly status: Readonly<Record<Status, number>>;
  readonly outstanding: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
  /** Of all postings, in smallest coins: zero, or money has come from nowhere. */
  readonly ledgerSum: string;
}

/** What the gateway has taken and the declarations service has not heard of yet is received all the same. */
const STATUS = `
  select coalesce(d.state ->> 'status', 'received') as name, count(*)::int as n
  from gateway.lodgement l left join declarations.declaration d using (id) group by 1`;
const OUTSTANDING = `
  select condition as name, count(*)::int as n
  from declarations.declaration, jsonb_array_elements_text(state -> 'outstanding') condition group by 1`;
const CHANNEL = `
  select state -> 'facts' -> 'screened' ->> 'channel' as name, count(*)::int as n
  from declarations.declaration where state -> 'facts' ? 'screened' group by 1`;
const LEDGER = `select coalesce(sum(amount), 0)::text as sum from payments.posting`;

interface Count {
  readonly name: string;
  readonly n: number;
}

/** Counts over the services' schemas: for whoever looks at the whole, never for serving. */
export async function summaryOf(databaseUrl: string): Promise<Summary> {
  return withDatabase(databaseUrl, async (client) => {
    const counts = async (sql: string, names: readonly string[]) =>
      counted((await client.query<Count>(sql)).rows, names);
    const status = await counts(STATUS, STATUSES);
    const { rows } = await client.query<{ sum: string }>(LEDGER);
    return {
      lodged: Object.values(status).reduce((sum, n) => sum + n, 0),
      status: status as Summary['status'],
      outstanding: await counts(OUTSTANDING, CONDITIONS),
      channels: await counts(CHANNEL, CHANNELS),
      ledgerSum: rows[0]!.sum,
    };
  });
}

/** Those that are not there count as none. */
function counted(rows: readonly Count[], names: readonly string[]): Record<string, number> {
  const none = Object.fromEntries(names.map((name) => [name, 0]));
  return Object.assign(none, Object.fromEntries(rows.map(({ name, n }) => [name, n])));
}

export async function withDatabase<Result>(
  databaseUrl: string,
  look: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  // A connection that breaks is met at the next look; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await look(client);
  } finally {
    await client.end();
  }
}

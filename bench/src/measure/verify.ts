import type { Client } from 'pg';

interface Counts {
  readonly lodged: number;
  readonly rejected: number;
  readonly released: number;
  /** Of those released, by goods that are free of duty and tax. */
  readonly free: number;
  readonly drawn: number;
  readonly open: number;
  readonly ledgerSum: string;
}

const COUNTS = `
  select (select count(*) from gateway.lodgement)::int as lodged,
         (select count(*) from declarations.declaration where status = 'rejected')::int as rejected,
         (select count(*) from declarations.declaration where status in ('released', 'cleared'))::int as released,
         (select count(*) from declarations.declaration d join payments.obligation o on o.id = d.id
          where d.status in ('released', 'cleared') and (o.state ->> 'owed')::numeric = 0)::int as free,
         (select count(*) from payments.transfer where purpose = 'draw')::int as drawn,
         (select count(*) from casework.case)::int as open,
         (select sum(amount) from payments.posting)::text as "ledgerSum"`;

/** The commit of each release; the outbox itself has only the beginning of its transaction. */
export const LOGGED_RELEASES = `
  select key, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at
  from release.outbox where type = 'GoodsReleased'`;

/** Where there is no log, the row that the last step has written. */
export const WRITTEN_RELEASES = `
  select id as key, extract(epoch from pg_xact_commit_timestamp(xmin))::float8 * 1000 as at
  from release.standing where state ->> 'ended' = 'released'`;

const LOOK_MS = 100;
const SECONDS_MAX = 60;

/**
 * When each declaration was released. Waits for what still comes after a release, then looks whether the business rows
 * say the same as the log.
 * @param releases {@link LOGGED_RELEASES} or {@link WRITTEN_RELEASES}
 * @throws Error saying what is missing or too many
 */
export async function verified(client: Client, releases: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string; at: number }>(releases);
  const instants = new Map(rows.map(({ key, at }) => [key, at]));
  if (instants.size !== rows.length) throw new Error('a declaration was released twice');
  let fault = faultOf(await countsIn(client), instants.size);
  for (const end = Date.now() + SECONDS_MAX * 1_000; fault && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    fault = faultOf(await countsIn(client), instants.size);
  }
  if (fault) throw new Error(fault);
  return instants;
}

function faultOf(
  { lodged, rejected, released, free, drawn, open, ledgerSum }: Counts,
  logged: number,
): string | undefined {
  if (released !== logged) return `${logged} releases in the log, but ${released} declarations are released`;
  const owing = released - free;
  if (owing !== drawn) return `${owing} released that owe something, but ${drawn} drawn from an account`;
  const known = rejected + released + open;
  if (lodged !== known) return `${lodged} lodged, but ${known} rejected, released or with an officer`;
  return ledgerSum === '0' ? undefined : `the ledger sums to ${ledgerSum}`;
}

async function countsIn(client: Client): Promise<Counts> {
  const { rows } = await client.query<Counts>(COUNTS);
  return rows[0]!;
}

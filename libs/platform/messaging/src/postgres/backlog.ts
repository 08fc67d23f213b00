import type { Pool } from 'pg';
import { PARTITION_POSITIONS, schemaOf } from './schema';

/** What waits in a service's own tables. */
export interface Backlog {
  /** Events that could not take effect. */
  readonly deadLetters: number;
  /** Events that wait behind them. */
  readonly parked: number;
  /** Events of others that its lanes have seen and their owners no longer have. */
  readonly forked: number;
  /** Events of this service that Kafka has not yet acknowledged, and the age of the oldest in seconds. */
  readonly unsent: number;
  readonly unsentSeconds: number;
  /** How long ago the oldest partition that is still in the outbox got its last event; 0 while none is whole. */
  readonly archiveDueSeconds: number;
}

export async function backlogOf(pool: Pool, service: string): Promise<Backlog> {
  const schema = schemaOf(service);
  const { rows } = await pool.query<Backlog>({
    name: 'backlog',
    text: `
      with unsent as (
        select b.bucket, m.position, b.next - 1 - m.position as count from ${schema}.bucket b
        join ${schema}.mark m using (bucket) where b.next - 1 > m.position),
      oldest as (
        select (coalesce(max(part) + 1, 0) + 1) * ${PARTITION_POSITIONS}::bigint as beyond from ${schema}.archive)
      select (select count(*) from ${schema}.dead_letter where not parked)::int as "deadLetters",
        (select count(*) from ${schema}.dead_letter where parked)::int as parked,
        (select coalesce(sum(last - first + 1), 0) from ${schema}.fork)::float8 as forked,
        (select coalesce(sum(count), 0) from unsent)::float8 as unsent,
        (select coalesce(extract(epoch from now() - min(at)), 0) from unsent
          join ${schema}.outbox o on o.bucket = unsent.bucket and o.position = unsent.position + 1)::float8
          as "unsentSeconds",
        (select coalesce(extract(epoch from now() - max(at)), 0)
          from oldest cross join ${schema}.bucket b
          join ${schema}.outbox o on o.bucket = b.bucket and o.position = oldest.beyond - 1
          where oldest.beyond <= (select min(next) from ${schema}.bucket))::float8 as "archiveDueSeconds"`,
  });
  return rows[0]!;
}

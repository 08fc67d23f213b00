import type { Pool } from 'pg';
import { schemaOf } from './schema';

/** What waits in a service's own tables. */
export interface Backlog {
  /** Events that could not take effect. */
  readonly deadLetters: number;
  /** Events that wait behind them. */
  readonly parked: number;
  /** Events of this service that Kafka has not yet acknowledged, and the age of the oldest in seconds. */
  readonly unsent: number;
  readonly unsentSeconds: number;
}

export async function backlogOf(pool: Pool, service: string): Promise<Backlog> {
  const schema = schemaOf(service);
  const { rows } = await pool.query<Backlog>({
    name: 'backlog',
    text: `
      with unsent as (
        select b.bucket, m.position, b.next - 1 - m.position as count from ${schema}.bucket b
        join ${schema}.mark m using (bucket) where b.next - 1 > m.position)
      select (select count(*) from ${schema}.dead_letter where not parked)::int as "deadLetters",
        (select count(*) from ${schema}.dead_letter where parked)::int as parked,
        (select coalesce(sum(count), 0) from unsent)::float8 as unsent,
        (select coalesce(extract(epoch from now() - min(at)), 0) from unsent
          join ${schema}.outbox o on o.bucket = unsent.bucket and o.position = unsent.position + 1)::float8
          as "unsentSeconds"`,
  });
  return rows[0]!;
}

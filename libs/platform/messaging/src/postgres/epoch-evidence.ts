import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Sighting } from '../epoch/epoch';
import { DATABASE_IDENTITY } from './epoch-schema';
import { schemaOf } from './schema';

/** A connection, a pool or a transaction. */
export interface Queryable {
  query<Row extends QueryResultRow>(sentence: string | QueryConfig): Promise<QueryResult<Row>>;
}

/** A place that somebody has seen and that is beyond the end of its log. */
export interface Ahead extends Sighting {
  /** The end of that bucket. */
  readonly head: number;
}

/** What says that a log has gone back in time: nothing does when the databases are one and nobody is ahead. */
export interface Evidence {
  /** The database in which the log's epoch was opened. */
  readonly stored: string;
  readonly found: string;
  readonly ahead: readonly Ahead[];
}

interface AheadRow extends Omit<Ahead, 'head' | 'position'> {
  readonly head: string;
  readonly position: string;
}

/**
 * Looks whether this is the database in which the log's epoch was opened, and whether anybody has seen more of the log than
 * there is: the lanes in this database, in one glance with the counters, and who is told of.
 * @param carried how far it was carried elsewhere, looked up before
 */
export async function evidenceOf(
  database: Queryable,
  service: string,
  carried: readonly Sighting[],
): Promise<Evidence> {
  const { rows: identities } = await database.query<Pick<Evidence, 'stored' | 'found'>>(
    `select database as stored, ${DATABASE_IDENTITY} as found
     from ${schemaOf(service)}.epoch order by epoch desc limit 1`,
  );
  const { rows } = await database.query<AheadRow>({
    text: aheadSql(service, await readersIn(database)),
    values: [service, JSON.stringify(carried)],
  });
  const ahead = rows.map((row) => ({ ...row, position: Number(row.position), head: Number(row.head) }));
  return { ...identities[0]!, ahead };
}

/** In a sentence; nothing when the log is whole. */
export function reasonIn(service: string, { stored, found, ahead }: Evidence): string | undefined {
  const reasons = ahead.slice(0, 3).map(({ by, epoch, bucket, position, head }) => {
    return `${by} has seen ${service}.${epoch}/${bucket}/${position}, and the log ends at ${head}`;
  });
  if (ahead.length > reasons.length) reasons.push(`and ${ahead.length - reasons.length} more`);
  if (stored !== found) reasons.unshift(`its database is ${found}, and was ${stored}`);
  return reasons.length > 0 ? `the log has gone back in time: ${reasons.join('; ')}` : undefined;
}

/** The schemas in this database that have lanes. */
async function readersIn(database: Queryable): Promise<readonly string[]> {
  const { rows } = await database.query<{ schema: string }>(
    `select nspname as schema from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relname = 'lane' and relkind = 'r' and has_table_privilege(pg_class.oid, 'select') order by nspname`,
  );
  return rows.map(({ schema }) => schema);
}

function aheadSql(service: string, readers: readonly string[]): string {
  const lanes = readers.map(
    (schema) => `
      select consumer, bucket, (positions -> $1::text ->> 'epoch')::int, (positions -> $1::text ->> 'position')::bigint
      from ${schema}.lane where positions ? $1::text`,
  );
  const seen = `
    select "by", bucket, epoch, position
    from jsonb_to_recordset($2::jsonb) as carried("by" text, bucket smallint, epoch int, position bigint)`;
  return `
    with seen("by", bucket, epoch, position) as (${[seen, ...lanes].join(' union all ')})
    select "by", bucket, seen.epoch, position, next - 1 as head
    from seen join ${schemaOf(service)}.bucket as counter using (bucket)
    where (seen.epoch, position) > (counter.epoch, next - 1) order by bucket, "by"`;
}

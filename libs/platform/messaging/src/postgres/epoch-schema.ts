import type { QueryConfig } from 'pg';
import { BUCKETS } from '../bucket';
import type { Fork } from '../epoch/epoch';
import { READER_ROLE, schemaOf } from './schema';

/**
 * Which database this is: another cluster, another database in it and a cluster that went another way since a backup or a
 * failover (a new timeline) are all another.
 */
export const DATABASE_IDENTITY = `
  (select concat_ws('/', system_identifier, (select oid from pg_database where datname = current_database()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8)) from pg_control_system())`;

/** The lives of a service's log, each with the database in which it began, and what its lanes have seen that is no more. */
export function epochSql(service: string): string {
  const schema = schemaOf(service);
  return `
    create table ${schema}.epoch (
      epoch int primary key, firsts bigint[] not null, database text not null, opened_at timestamptz not null default now()
    );
    insert into ${schema}.epoch (epoch, firsts, database)
    select 1, array_fill(1::bigint, array[${BUCKETS}]), ${DATABASE_IDENTITY};
    grant select on ${schema}.epoch to ${READER_ROLE}, ${schema};

    create table ${schema}.fork (
      consumer text not null, source text not null, epoch int not null, bucket smallint not null, first bigint not null,
      last bigint not null, found_at timestamptz not null default now()
    );
    grant select, insert on ${schema}.fork to ${schema};
  `;
}

/** Keeps what a consumer has seen and its owner no longer has. */
export function forkSentence(schema: string, consumer: string, forks: readonly Fork[]): QueryConfig {
  return {
    text: `insert into ${schema}.fork (consumer, source, epoch, bucket, first, last)
       select $1, source, epoch, bucket, first, last
       from jsonb_to_recordset($2::jsonb) as fork(source text, epoch int, bucket int, first bigint, last bigint)`,
    values: [consumer, JSON.stringify(forks)],
  };
}

import { BUCKETS } from '../bucket';

/** The database schema of a service: `risk-screening` lives in `risk_screening`. */
export function schemaOf(service: string): string {
  return service.replaceAll('-', '_');
}

/** Everybody who reads logs: lanes of other services look into an outbox, nobody but its owner writes it. */
export const READER_ROLE = 'event_reader';

/** Positions in one partition of an outbox; two are always ready ahead of the head. */
export const PARTITION_POSITIONS = 1_000_000;

/** The log's tables in a service's own schema. The service's role may add to its outbox but never change or remove. */
export function eventLogSql(service: string): string {
  const schema = schemaOf(service);
  return `
    create table ${schema}.outbox (
      bucket smallint not null, position bigint not null, epoch int not null, key text not null, type text not null,
      data text not null, headers jsonb not null default '{}', at timestamptz not null default now(),
      primary key (bucket, position)
    ) partition by range (position);

    create table ${schema}.bucket (
      bucket smallint primary key, next bigint not null default 1, epoch int not null default 1
    ) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
    insert into ${schema}.bucket (bucket) select generate_series(0, ${BUCKETS - 1});

    create table ${schema}.lane (
      consumer text not null, bucket smallint not null, version bigint not null default 0,
      positions jsonb not null default '{}', running boolean not null default false, attempt jsonb,
      primary key (consumer, bucket)
    ) with (fillfactor = 50, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
    insert into ${schema}.lane (consumer, bucket) select '${service}', generate_series(0, ${BUCKETS - 1});

    create table ${schema}.mark (
      bucket smallint primary key, epoch int not null default 1, position bigint not null default 0
    ) with (fillfactor = 50);
    insert into ${schema}.mark (bucket) select generate_series(0, ${BUCKETS - 1});

    create table ${schema}.dead_letter (
      id bigint generated always as identity primary key, consumer text not null, source text not null,
      epoch int not null, bucket smallint not null, position bigint not null, key text not null, type text not null,
      data text not null, headers jsonb not null, at timestamptz not null, reason text not null,
      attempts int not null default 1, failed_at timestamptz not null default now(), parked boolean not null,
      unique (consumer, source, epoch, bucket, position)
    );
    create index on ${schema}.dead_letter (consumer, bucket, key);

    create table ${schema}.replay_request (
      consumer text not null, bucket smallint not null, key text not null,
      requested_at timestamptz not null default now(), primary key (consumer, bucket, key)
    );

    create function ${schema}.extend_outbox() returns void language plpgsql security definer set search_path = '' as $$
    declare
      wanted bigint := (select max(next) / ${PARTITION_POSITIONS} + 1 from ${schema}.bucket);
    begin
      for part in 0..wanted loop
        if to_regclass(format('${schema}.outbox_%s', part)) is null then
          execute format('create table ${schema}.outbox_%s partition of ${schema}.outbox for values from (%s) to (%s)',
            part, part * ${PARTITION_POSITIONS}, (part + 1) * ${PARTITION_POSITIONS});
        end if;
      end loop;
    end $$;
    select ${schema}.extend_outbox();

    ${grantsSql(schema)}
  `;
}

/** Who may do what; the outbox is only ever added to. */
function grantsSql(schema: string): string {
  return `
    grant usage on schema ${schema} to ${READER_ROLE};
    grant select on ${schema}.outbox, ${schema}.bucket, ${schema}.lane, ${schema}.mark to ${READER_ROLE};
    grant select, insert on ${schema}.outbox to ${schema};
    grant select, update on ${schema}.bucket, ${schema}.lane, ${schema}.mark to ${schema};
    grant select, insert, update, delete on ${schema}.dead_letter to ${schema};
    grant select, insert, delete on ${schema}.replay_request to ${schema};
    grant execute on function ${schema}.extend_outbox() to ${schema};
  `;
}

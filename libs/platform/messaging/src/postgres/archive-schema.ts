import { PARTITION_POSITIONS, READER_ROLE, schemaOf } from './schema';

/** Which partitions of a service's outbox have gone into files. One that has gone is not made again. */
export function archiveSql(service: string): string {
  const schema = schemaOf(service);
  return `
    create table ${schema}.archive (
      part int primary key, first bigint not null, beyond bigint not null, events bigint not null, bytes bigint not null,
      manifest_sha256 text not null, archived_at timestamptz not null default now()
    );
    grant select on ${schema}.archive to ${READER_ROLE};

    create or replace function ${schema}.extend_outbox() returns void language plpgsql security definer
      set search_path = '' as $$
    declare
      wanted bigint := (select max(next) / ${PARTITION_POSITIONS} + 1 from ${schema}.bucket);
    begin
      for part in (select coalesce(max(archive.part) + 1, 0) from ${schema}.archive)..wanted loop
        if to_regclass(format('${schema}.outbox_%s', part)) is null then
          execute format('create table ${schema}.outbox_%s partition of ${schema}.outbox for values from (%s) to (%s)',
            part, part * ${PARTITION_POSITIONS}, (part + 1) * ${PARTITION_POSITIONS});
        end if;
      end loop;
    end $$;
  `;
}

import { schemaOf } from '@tonggwan/messaging';
import { doorRole } from './lookups';

/** Rows that a lane or command reads and writes by key: `party` in the state owns the row. Further columns are generated from the state. */
export function stateTableSql(service: string, name: string, generated: readonly string[] = []): string {
  const table = `${schemaOf(service)}.${name}`;
  const columns = [
    `id text collate "C" primary key`,
    `revision bigint not null`,
    `state jsonb not null`,
    `party text generated always as (state ->> 'party') stored not null`,
    ...generated,
  ];
  return `
    create table ${table} (${columns.join(', ')}) with (fillfactor = 70);
    grant select, insert, update on ${table} to ${schemaOf(service)};
    ${ownedByParty(service, table)}`;
}

/** Rows that are added and never changed or removed: the service has no right to. `columns` must have `party text not null`. */
export function appendOnlyTableSql(service: string, name: string, columns: readonly string[]): string {
  const table = `${schemaOf(service)}.${name}`;
  return `
    create table ${table} (${columns.join(', ')});
    grant select, insert on ${table} to ${schemaOf(service)};
    ${ownedByParty(service, table)}`;
}

/** Callers see rows of their own party, customs staff see all; the service's lanes work for everybody. */
export function ownedByParty(service: string, table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy lanes on ${table} to ${schemaOf(service)} using (true) with check (true);
    create policy doors on ${table} for select to ${doorRole(service)}
      using (party = current_setting('tonggwan.party', true) or current_setting('tonggwan.staff', true) = 'yes');
    grant select on ${table} to ${doorRole(service)};`;
}

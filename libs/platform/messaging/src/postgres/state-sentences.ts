import type { QueryConfig } from 'pg';
import type { StateWrite } from '../store/store';
import { conflictWhere, isMiscounted, onlyIfAllOf } from './conflicts';
import { textArray } from './binary-array';

const UNIQUE_VIOLATION = '23505';

export function addSentence(table: string, writes: readonly StateWrite[]): QueryConfig {
  return {
    name: `add ${table}`,
    text: `insert into ${table} (id, revision, state)
           select id, 1, state::jsonb from unnest($1::text[], $2::text[]) as row(id, state)`,
    values: [textArray(writes.map(({ key }) => key)), textArray(writes.map(stateText))],
  };
}

export function changeSentence(table: string, writes: readonly StateWrite[]): QueryConfig {
  return {
    name: `change ${table}`,
    text: `with changed as (
             update ${table} set revision = row.revision + 1, state = row.state::jsonb
             from unnest($1::text[], $2::bigint[], $3::text[]) as row(id, revision, state)
             where ${table}.id = row.id and ${table}.revision = row.revision returning 1)
           ${onlyIfAllOf('changed', '$4')}`,
    values: [
      textArray(writes.map(({ key }) => key)),
      writes.map(({ revision }) => revision),
      textArray(writes.map(stateText)),
      writes.length,
    ],
  };
}

/** Another unique key of the same row says that the data is wrong; the row's own, that somebody was faster. */
export function isOwnKeyTaken(table: string): (error: Error) => Error {
  const ownKey = `${table.slice(table.indexOf('.') + 1)}_pkey`;
  return conflictWhere(
    ({ code, constraint }) => code === UNIQUE_VIOLATION && constraint === ownKey,
    `a new row of ${table} is there already`,
  );
}

export function isRowChanged(table: string): (error: Error) => Error {
  return conflictWhere(isMiscounted, `a row of ${table} has changed since it was read`);
}

function stateText({ state }: StateWrite): string {
  return JSON.stringify(state);
}

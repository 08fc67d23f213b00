import { DatabaseError } from 'pg';
import { Conflict } from '../errors';

const DIVISION_BY_ZERO = '22012';

/**
 * The end of a sentence that fails unless it has met as many rows as it was to. The database itself must notice, since the
 * commit is sent behind the sentence without waiting for its answer; dividing by zero is how plain SQL can fail.
 * @param rows the name of what was returned
 * @param count the parameter that says how many there must be
 */
export function onlyIfAllOf(rows: string, count: string): string {
  return `select 1 / (count(*) = ${count})::int from ${rows}`;
}

export function isMiscounted({ code }: DatabaseError): boolean {
  return code === DIVISION_BY_ZERO;
}

/** What an error means where some of them say that somebody else has been faster. */
export function conflictWhere(
  isConflict: (error: DatabaseError) => boolean,
  message: string,
): (error: Error) => Error {
  return (error) => (error instanceof DatabaseError && isConflict(error) ? new Conflict(message) : error);
}

import { CASE_KINDS } from '@tonggwan/contracts';
import { pageLimit, placeOf, Problem } from '@tonggwan/service-host';
import { CASE_STATUSES } from '../domain/case';

/** The filters and the place of a page, as they come in the address. */
export interface QueueQuery {
  readonly office?: string;
  readonly kind?: string;
  readonly status?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

interface Selection {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly limit: number;
}

/** A page of the queue: open cases unless another status is asked for. */
export function selectionOf(query: QueueQuery): Selection {
  const { office, kind, status = 'open', cursor } = query;
  oneOf('kind', kind, CASE_KINDS);
  oneOf('status', status, CASE_STATUSES);
  if (office?.includes('\0')) throw new Problem(400, 'office-unknown', '`office` is no code of an office.');
  const limit = pageLimit(query.limit);
  const values: unknown[] = [status];
  const conditions = ['c.status = $1'];
  const ask = (condition: string, ...asked: unknown[]): void => {
    conditions.push(condition.replace(/\?/g, () => `$${values.push(asked.shift())}`));
  };
  if (office !== undefined) ask('c.office = ?', office);
  if (kind !== undefined) ask('c.kind = ?', kind);
  const place = placeOf(cursor, [0, '', '']);
  if (place) ask('(c.lightness, c.opened_at, c.id) > (?::bigint, ?, ?)', ...place);
  values.push(limit);
  const text = `
    select c.id, c.lightness, c.opened_at, c.state, d.state as dossier
    from casework.case c left join casework.dossier d on d.id = c.declaration_id
    where ${conditions.join(' and ')} order by c.lightness, c.opened_at, c.id limit $${values.length}`;
  return { text, values, limit };
}

function oneOf(name: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return;
  throw new Problem(400, `${name}-unknown`, `\`${name}\` is one of: ${known.join(', ')}.`);
}

import { Problem } from '@tonggwan/service-host';
import type { EntityManager } from 'typeorm';
import { type Measure, type Owner, STEP_OWNERS, STEPS, WHOLES } from '../domain/steps';
import { GROUPS, type StatisticsQuery } from '../statistics-query';

/** The figures of one step (or whole) in one group; durations in milliseconds, absent where nothing is over yet. */
export interface StatisticsRow {
  readonly step: Measure;
  /** Of a step; a whole has many. */
  readonly owner?: Owner;
  readonly channel?: string;
  readonly office?: string;
  readonly day?: string;
  /** How many declarations are through with it. */
  readonly n: number;
  /** How many have begun and are in it still. */
  readonly unfinished: number;
  readonly mean?: number;
  readonly median?: number;
  /** The lower edge of the fullest bin, the lowest of several; `modeBin` is its width. */
  readonly mode?: number;
  readonly modeBin: number;
  /** Of all declarations of the group, not of a sample. */
  readonly standardDeviation?: number;
  readonly p90?: number;
  readonly p99?: number;
  readonly least?: number;
  readonly most?: number;
}

/** The system's own time from the appending of the lodging to that of the release, by the wall's clock. */
export interface MachineTime {
  /** Of the declarations for which nobody else was waited for. */
  readonly n: number;
  readonly p50?: number;
  readonly p99?: number;
}

/** More groups than this are no table that anybody reads. */
const ROWS_MAX = 10_000;
const SECOND = 1_000;
const TEN_MINUTES = 600_000;

export const modeBinOf = (step: Measure): number => (ownerOf(step) === 'system' ? SECOND : TEN_MINUTES);

/** Worked out in the database, so that a year of declarations costs this process no memory. */
export async function statistics(manager: EntityManager, query: StatisticsQuery): Promise<StatisticsRow[]> {
  const measures = query.by.includes('step') ? [...STEPS, ...WHOLES] : [...WHOLES];
  const fine = measures.filter((measure) => modeBinOf(measure) === SECOND);
  const found = await manager.query<StatisticsRow[]>(sqlBy(query), [
    query.from ?? null,
    query.to ?? null,
    measures,
    fine,
    ROWS_MAX + 1,
  ]);
  if (found.length > ROWS_MAX) {
    throw new Problem(400, 'too-many-groups', `That makes more than ${ROWS_MAX} rows: ask for fewer days.`);
  }
  return found.map((row) => ({
    ...tidied(row),
    owner: ownerOf(row.step),
    modeBin: modeBinOf(row.step),
  }));
}

export async function machineTime(
  manager: EntityManager,
  { from, to }: StatisticsQuery,
): Promise<MachineTime> {
  const [row] = await manager.query<MachineTime[]>(
    `select count(*)::int n,
            percentile_cont(0.5) within group (order by (state ->> 'machine')::float8) "p50",
            percentile_cont(0.99) within group (order by (state ->> 'machine')::float8) "p99"
     from time_release.life where ${BETWEEN} and state ? 'machine'`,
    [from ?? null, to ?? null],
  );
  return row ? tidied(row) : { n: 0 };
}

const BETWEEN = `($1::text is null or day >= $1) and ($2::text is null or day <= $2)`;

/** The groups come from {@link GROUPS}, never from the caller's text. An unknown channel or office is a group of its own. */
function sqlBy({ by }: StatisticsQuery): string {
  const groups = GROUPS.filter((group) => by.includes(group));
  const known = groups.map((group) => `coalesce(${group}, '') as ${group}, `).join('');
  const grouped = groups.map((group) => `${group}, `).join('');
  return `
    with seen as (
      select ${known} state -> 'durations' durations, state -> 'unfinished' unfinished
      from time_release.life where ${BETWEEN}
    ), finished as (
      select ${grouped} key step, count(*)::int n, avg(value::float8) mean, stddev_pop(value::float8) "standardDeviation",
        percentile_cont(array[0.5, 0.9, 0.99]) within group (order by value::float8) p,
        min(value::float8) least, max(value::float8) most, mode() within group (order by
          floor(value::float8 / case when key = any($4) then ${SECOND} else ${TEN_MINUTES} end)) bin
      from seen, jsonb_each_text(durations) where key = any($3) group by ${grouped} key
    ), waiting as (
      select ${grouped} step, count(*)::int unfinished
      from seen, jsonb_array_elements_text(unfinished) step where step = any($3) group by ${grouped} step
    )
    select ${grouped} step, coalesce(n, 0) n, coalesce(unfinished, 0) unfinished, mean, p[1] median, p[2] p90, p[3] p99,
      bin * case when step = any($4) then ${SECOND} else ${TEN_MINUTES} end mode, "standardDeviation", least, most
    from finished full join waiting using (${grouped} step)
    order by ${[...groups]
      .reverse()
      .map((group) => `${group}, `)
      .join('')} array_position($3, step) limit $5`;
}

function ownerOf(step: Measure): Owner | undefined {
  return step in STEP_OWNERS ? STEP_OWNERS[step as keyof typeof STEP_OWNERS] : undefined;
}

/** Absent rather than null, and whole milliseconds. */
function tidied<Row extends object>(row: Row): Row {
  const known = Object.entries(row).filter(([, value]) => value !== null);
  const whole = known.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value) : value]);
  return Object.fromEntries(whole) as Row;
}

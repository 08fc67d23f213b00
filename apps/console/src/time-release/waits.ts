import type { StatisticsRow } from '../api/time-release';

/** The rows of people: what the system took is milliseconds and never stands beside somebody's days. */
export const people = (rows: readonly StatisticsRow[]): StatisticsRow[] =>
  rows.filter(({ owner }) => owner !== 'system');

/** Those of them that are steps, not the whole. */
export const steps = (rows: readonly StatisticsRow[]): StatisticsRow[] =>
  rows.filter(({ owner }) => owner !== undefined);

export interface Share {
  readonly owner: string;
  readonly milliseconds: number;
  /** Of all waiting, from 0 to 1. */
  readonly share: number;
}

/** How the time of all declarations divides among those who had to act, most first. */
export function sharesOf(rows: readonly StatisticsRow[]): Share[] {
  const sums = new Map<string, number>();
  for (const { owner, n, mean } of steps(rows)) {
    if (owner && mean) sums.set(owner, (sums.get(owner) ?? 0) + n * mean);
  }
  const whole = [...sums.values()].reduce((sum, part) => sum + part, 0);
  return [...sums]
    .map(([owner, milliseconds]) => ({ owner, milliseconds, share: milliseconds / whole }))
    .sort((one, other) => other.milliseconds - one.milliseconds);
}

/** A round length at or above the longest, so that the marks of an axis fall on times that people use. */
export function axisOf(longest: number): { readonly end: number; readonly marks: readonly number[] } {
  const step = AXIS_STEPS.find((candidate) => longest / candidate <= 5) ?? Math.ceil(longest / 5 / DAY) * DAY;
  const count = Math.max(1, Math.ceil(longest / step));
  return { end: count * step, marks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AXIS_STEPS = [
  ...[1_000, 5_000, 15_000, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY],
];

import { localDay } from '@tonggwan/kernel';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The instants of an office's day, in milliseconds since 1970. */
export interface WorkingDay {
  /** The simulation begins: terminals and brokers work before the office does. */
  readonly begins: number;
  readonly lodgingTo: number;
  readonly officersFrom: number;
  readonly officersTo: number;
  /** What people have not done by now they do tomorrow. */
  readonly ends: number;
}

const HOURS = {
  begins: 7.5,
  lodgingTo: 18,
  officersFrom: 9,
  officersTo: 18,
  ends: 20,
} satisfies Record<keyof WorkingDay, number>;

/** @param day as the office's calendar names it, `2026-01-31` */
export function workingDay(day: string, timeZone: string): WorkingDay {
  const midnight = midnightOf(day, timeZone);
  const instants = Object.entries(HOURS).map(([name, hour]) => [name, midnight + hour * HOUR]);
  return Object.fromEntries(instants) as WorkingDay;
}

/** The last day before this instant on which an office is open. */
export function lastWorkingDay(now: Date, timeZone: string): string {
  for (let at = now.getTime() - DAY; ; at -= DAY) {
    const day = localDay(new Date(at).toISOString(), timeZone);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return day;
  }
}

/** Zones change their offset by day: the last quarter of an hour that the calendar still counts to the day before. */
function midnightOf(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  let at = utc - 14 * HOUR;
  while (localDay(new Date(at).toISOString(), timeZone) < day) at += 15 * MINUTE;
  return at;
}

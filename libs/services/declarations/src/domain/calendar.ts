import type { DateTime } from '@tonggwan/contracts';
import type { Day } from '@tonggwan/country-pack';

const DAY_MS = 86_400_000;
const DECLARED_DAY = /^(\d{4})(\d\d)(\d\d)(?:\D|$|\d{4})/;

const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant of noon on a day in a zone: no zone changes its clocks at noon, so there is always exactly one.
 */
export function noonOf(day: Day, timeZone: string): string {
  const guess = Date.parse(`${day}T12:00:00Z`);
  const shown = Date.parse(`${calendarOf(timeZone).format(guess).replace(', ', 'T')}Z`);
  return new Date(guess - (shown - guess)).toISOString();
}

/** How many days the second lies after the first; negative where it lies before. */
export function daysFrom(first: Day, second: Day): number {
  return (Date.parse(second) - Date.parse(first)) / DAY_MS;
}

/**
 * The day that a declared date names (forms 102, 203, 304 begin alike), or undefined where the calendar has
 * none such.
 */
export function declaredDay({ dateTimeString }: DateTime): Day | undefined {
  const [, year, month, day] = DECLARED_DAY.exec(dateTimeString) ?? [];
  if (!year) return undefined;
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** Whether the second instant lies after the first. */
export function isLater(first: string, second: string): boolean {
  return Date.parse(second) > Date.parse(first);
}

/** Formats as `2026-01-31, 23:59:58`: Sweden writes dates as ISO 8601 does. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  calendars.set(timeZone, calendar);
  return calendar;
}

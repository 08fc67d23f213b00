const formats = new Map<string, Intl.DateTimeFormat>();

/** Since Liberia gave its own up, in January 1972, every zone's day begins with a quarter of an hour of UTC. */
const QUARTERS_SINCE = Date.UTC(1972, 1);
const QUARTER_MS = 900_000;
const QUARTERS_MAX = 10_000;

/** Days by zone and quarter: each event asks for one, mostly for that of now. */
const days = new Map<string, string>();

/**
 * The day that the calendar of a time zone showed at an instant, as `2026-01-31`.
 * @throws RangeError when the instant or the zone is none
 */
export function localDay(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (!(date.getTime() >= QUARTERS_SINCE)) return formatOf(timeZone).format(date);
  const quarter = `${timeZone} ${Math.floor(date.getTime() / QUARTER_MS)}`;
  const known = days.get(quarter);
  if (known) return known;
  const day = formatOf(timeZone).format(date);
  if (days.size >= QUARTERS_MAX) days.clear();
  days.set(quarter, day);
  return day;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Canadian English writes days as ISO 8601 does.
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', options);
  formats.set(timeZone, format);
  return format;
}

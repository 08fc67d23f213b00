const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that the calendar of a time zone showed at an instant, as `2026-01-31`.
 * @throws RangeError when the instant or the zone is none
 */
export function localDay(instant: string, timeZone: string): string {
  return formatOf(timeZone).format(new Date(instant));
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

const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The rows of a pack hold from the same few days. */
const KNOWN = new Set<string>();
const KNOWN_MAX = 1_000;

/** Whether the text is a day of the calendar: 2027-02-29 is not. */
export function isDay(text: string): boolean {
  if (KNOWN.has(text)) return true;
  if (!isOfCalendar(text)) return false;
  if (KNOWN.size < KNOWN_MAX) KNOWN.add(text);
  return true;
}

function isOfCalendar(text: string): boolean {
  const match = FORM.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Whether the IANA time zone database, as the runtime has it, knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

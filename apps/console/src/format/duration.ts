import type { Language } from '../words/languages';

const UNITS = [
  { milliseconds: 86_400_000, en: ' d', ko: '일' },
  { milliseconds: 3_600_000, en: ' h', ko: '시간' },
  { milliseconds: 60_000, en: ' min', ko: '분' },
  { milliseconds: 1_000, en: ' s', ko: '초' },
  { milliseconds: 1, en: ' ms', ko: '밀리초' },
] as const;

/** A duration as people say it: its largest unit and, where that matters, the next, `2 d 3 h`. */
export function duration(milliseconds: number, language: Language): string {
  const whole = Math.round(Math.max(0, milliseconds));
  const index = Math.max(
    0,
    UNITS.findIndex((unit) => whole >= unit.milliseconds),
  );
  const largest = whole === 0 ? UNITS[3] : UNITS[index]!;
  const next = UNITS[index + 1];
  const count = Math.floor(whole / largest.milliseconds);
  const first = `${count}${largest[language]}`;
  if (!next || next.milliseconds === 1) return first;
  const rest = Math.floor((whole % largest.milliseconds) / next.milliseconds);
  return rest > 0 ? `${first} ${rest}${next[language]}` : first;
}

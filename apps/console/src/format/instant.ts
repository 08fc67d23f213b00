import type { Language } from '../words/languages';

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ko: new Intl.DateTimeFormat('ko-KR', { dateStyle: 'medium', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
};

/** An instant by the clock of whoever reads it. */
export function instant(at: string, language: Language): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : formats[language].format(time);
}

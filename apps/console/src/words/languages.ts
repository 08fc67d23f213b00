import { en, type Words } from './en';
import { ko } from './ko';

export const LANGUAGES = { ko: { name: '한국어', words: ko }, en: { name: 'English', words: en } } as const;
export type Language = keyof typeof LANGUAGES;

export const isLanguage = (text: string | null): text is Language => text !== null && text in LANGUAGES;

export const wordsOf = (language: Language): Words => LANGUAGES[language].words;

/** Puts what is meant into a sentence with places such as `{who}`. */
export function filled(sentence: string, parts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => parts[name] ?? place);
}

import type { Language } from '../words/languages';
import { duration } from './duration';
import { instant } from './instant';

/** How long ago that was; in a simulated day the office's time is ahead of the wall's, and then the instant itself. */
export function age(at: string, now: number, language: Language): string {
  const passed = now - Date.parse(at);
  return passed >= 0 ? duration(passed, language) : instant(at, language);
}

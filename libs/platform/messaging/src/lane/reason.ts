const REASON_CHARACTERS_MAX = 2_000;

/** What went wrong, in text that a database takes: without NUL and halves of characters, however the error was put. */
export function reasonOf(error: unknown): string {
  return storable(String(error).slice(0, REASON_CHARACTERS_MAX));
}

/** A copy of a text that no column refuses. */
export function storable(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\uFFFD');
}

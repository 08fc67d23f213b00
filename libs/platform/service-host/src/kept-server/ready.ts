import { readFileSync } from 'node:fs';
import type { KeptServer } from './keeper';

const START_MS_MAX = 60_000;
const LOOK_MS = 50;
const LOG_CHARACTERS_MAX = 2_000;

/** Resolves once `answers` does without an error. @throws Error with the end of the log when the server does not start */
export async function ready(
  server: KeptServer,
  answers: () => Promise<unknown>,
  name: string,
  logFile: string,
): Promise<void> {
  for (const end = performance.now() + START_MS_MAX; performance.now() < end && !server.isGone;) {
    try {
      await answers();
      return;
    } catch {
      await pause(LOOK_MS);
    }
  }
  await server.stop();
  throw new Error(`${name} does not start:\n${readFileSync(logFile, 'utf8').slice(-LOG_CHARACTERS_MAX)}`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { sleep } from '@tonggwan/messaging';

const LOOK_MS = 100;
const SECONDS_MAX = 90;
const ANSWER_MS_MAX = 3_000;

/** Resolves when all of them say that they are ready. @param look their addresses as they are now */
export async function untilReady(look: () => readonly string[]): Promise<void> {
  for (const end = Date.now() + 1_000 * SECONDS_MAX; ; await sleep(LOOK_MS)) {
    const addresses = look();
    const answers = await Promise.all(addresses.map(isReady));
    if (answers.every(Boolean)) return;
    if (Date.now() > end) {
      const away = addresses.filter((_, place) => !answers[place]);
      throw new Error(`not ready after ${SECONDS_MAX} s: ${away.join(', ')}`);
    }
  }
}

async function isReady(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS_MAX);
    return (await fetch(`${address}/health/ready`, { signal })).ok;
  } catch {
    return false;
  }
}

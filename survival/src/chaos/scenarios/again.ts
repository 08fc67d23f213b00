import { sleep } from '@tonggwan/messaging';

/** Does it again and again until so many seconds have gone, with pauses between. */
export async function again(seconds: number, everyMs: number, work: () => Promise<void>): Promise<void> {
  const end = Date.now() + 1_000 * seconds;
  while (Date.now() < end) {
    const next = Date.now() + everyMs;
    await work();
    await sleep(Math.max(0, Math.min(next, end) - Date.now()));
  }
}

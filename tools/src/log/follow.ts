import { ALL_BUCKETS, type PostgresHistory, type StoredEvent } from '@tonggwan/messaging';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 200;
const READ_MAX = 500;

/** The events of these sources that come from now on, until somebody has heard enough. */
export async function* follow(
  history: PostgresHistory,
  sources: readonly string[],
  enough: AbortSignal,
): AsyncGenerator<StoredEvent> {
  const seen = new Map([...(await history.heads(sources))].map(([source, heads]) => [source, [...heads]]));
  while (!enough.aborted) {
    const heads = await history.heads(sources);
    for (const source of sources) {
      const reached = seen.get(source)!;
      for (const bucket of ALL_BUCKETS) {
        while (reached[bucket]! < heads.get(source)![bucket]!) {
          const events = await history.read(source, bucket, reached[bucket]!, READ_MAX);
          yield* events;
          reached[bucket] = events.at(-1)!.position;
        }
      }
    }
    await sleep(LOOK_MS, undefined, { signal: enough }).catch(() => undefined);
  }
}

import { ALL_BUCKETS, type History, type StoredEvent } from '@tonggwan/messaging';

const READ_MAX = 200;

export type ReadableBuckets = Pick<History, 'read'>;

/** The events of one bucket of one source, the oldest first, read in pieces. */
async function* bucketOf(
  history: ReadableBuckets,
  source: string,
  bucket: number,
): AsyncGenerator<StoredEvent> {
  for (let reached = 0; ;) {
    const events = await history.read(source, bucket, reached, READ_MAX);
    if (events.length === 0) return;
    yield* events;
    reached = events.at(-1)!.position;
  }
}

/** Every event that these sources have, in the order of their instants and within a bucket in its own. */
export async function* everything(
  history: ReadableBuckets,
  sources: readonly string[],
): AsyncGenerator<StoredEvent> {
  const readers = sources.flatMap((source) => ALL_BUCKETS.map((bucket) => bucketOf(history, source, bucket)));
  const next = await Promise.all(readers.map((reader) => reader.next()));
  for (;;) {
    let earliest: number | undefined;
    next.forEach(({ done, value }, index) => {
      if (!done && (earliest === undefined || value.at < (next[earliest]!.value as StoredEvent).at))
        earliest = index;
    });
    if (earliest === undefined) return;
    yield next[earliest]!.value as StoredEvent;
    next[earliest] = await readers[earliest]!.next();
  }
}

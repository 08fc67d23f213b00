import type { StoredEvent } from '../event';

/** Cuts events into batches of at most so many events and bytes; one event alone may be larger. */
export function* chunksOf(
  events: readonly StoredEvent[],
  { eventsMax, bytesMax }: { eventsMax: number; bytesMax: number },
): Generator<readonly StoredEvent[]> {
  let chunk: StoredEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.data);
    if (chunk.length === eventsMax || (chunk.length > 0 && bytes + size > bytesMax)) {
      yield chunk;
      [chunk, bytes] = [[], 0];
    }
    chunk.push(event);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}

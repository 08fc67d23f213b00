import type { StoredEvent } from '../event';

/** Cuts events into batches of at most so many events and bytes; one event alone may be larger. */
export function* chunksOf(
  events: readonly StoredEvent[],
  { eventsMax, bytesMax }: { eventsMax: number; bytesMax: number },
): Generator<readonly StoredEvent[]> {
  if (fitsForSure(events, eventsMax, bytesMax)) {
    yield events;
    return;
  }
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

/** Nearly always, and found out without counting bytes: UTF-8 has three at most for each unit of a text. */
function fitsForSure(events: readonly StoredEvent[], eventsMax: number, bytesMax: number): boolean {
  if (events.length === 0 || events.length > eventsMax) return false;
  let units = 0;
  for (const { data } of events) units += data.length;
  return units * 3 <= bytesMax;
}

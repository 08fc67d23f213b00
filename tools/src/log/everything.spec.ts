import type { StoredEvent } from '@tonggwan/messaging';
import { everything, type ReadableBuckets } from './everything';

const event = (source: string, bucket: number, position: number, second: number): StoredEvent => ({
  ...{ source, bucket, position, epoch: 1, key: 'KR-1', type: 'Declared', data: '{}', headers: {} },
  at: new Date(second * 1_000).toISOString(),
});

/** Answers two events at a time, as a long log would be read. */
const inPieces = (events: readonly StoredEvent[]): ReadableBuckets => ({
  read: (source, bucket, after) => {
    const own = events.filter((each) => each.source === source && each.bucket === bucket);
    return Promise.resolve(own.filter(({ position }) => position > after).slice(0, 2));
  },
});

describe('every event that there is', () => {
  it('comes in the order of its instant, from all buckets of all sources', async () => {
    const log = [
      event('gateway', 0, 1, 1),
      event('gateway', 7, 1, 2),
      event('release', 3, 1, 3),
      event('gateway', 0, 2, 4),
      event('gateway', 0, 3, 5),
      event('release', 3, 2, 6),
    ];
    const found: StoredEvent[] = [];
    for await (const one of everything(inPieces(log), ['release', 'gateway'])) found.push(one);
    expect(found).toEqual(log);
  });

  it('is none where there is none', async () => {
    for await (const one of everything(inPieces([]), ['gateway'])) throw new Error(`found ${one.type}`);
  });
});

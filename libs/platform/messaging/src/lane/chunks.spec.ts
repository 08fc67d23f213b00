import type { StoredEvent } from '../event';
import { chunksOf } from './chunks';

const sized = (data: string): StoredEvent => {
  const place = { source: 'declarations', epoch: 1, bucket: 0, position: 1 };
  return { ...place, key: 'KR-1', type: 'Declared', data, headers: {}, at: '2026-01-01T00:00:00Z' };
};

const sizes = (data: readonly string[], eventsMax: number, bytesMax: number): number[] =>
  [...chunksOf(data.map(sized), { eventsMax, bytesMax })].map((chunk) => chunk.length);

describe('events are cut into batches', () => {
  it('of at most so many', () => expect(sizes(['a', 'b', 'c', 'd', 'e'], 2, 100)).toEqual([2, 2, 1]));

  it('of at most so many bytes', () => expect(sizes(['aaaa', 'bbbb', 'cc'], 10, 6)).toEqual([1, 2]));

  it('by bytes and not by characters', () => expect(sizes(['수입', '신고'], 10, 6)).toEqual([1, 1]));

  it('where one that is larger than a batch goes alone', () =>
    expect(sizes(['a', 'bbbbbbbb', 'c'], 10, 4)).toEqual([1, 1, 1]));

  it('of which none is empty', () => expect(sizes([], 10, 4)).toEqual([]));
});

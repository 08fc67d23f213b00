import type { StoredEvent } from '../event';
import { moved, triage } from './triage';

const event = (source: string, position: number): StoredEvent => {
  const about = { key: 'KR-1', type: 'Declared', data: '{}', headers: {}, at: '2026-01-01T00:00:00Z' };
  return { source, epoch: 1, bucket: 0, position, ...about };
};

const at = (position: number): { epoch: number; position: number } => ({ epoch: 1, position });

describe('what a lane does with an event', () => {
  it('takes the next of each source, in the order in which they came', () => {
    const events = [event('a', 3), event('b', 1), event('a', 4)];
    expect(triage(events, { a: at(2) })).toEqual({ next: events, gap: undefined, later: false });
  });

  it('drops what it has had', () => {
    expect(triage([event('a', 1), event('a', 2), event('a', 3)], { a: at(2) }).next).toEqual([event('a', 3)]);
  });

  it('drops the second of two that are the same', () => {
    expect(triage([event('a', 1), event('a', 1)], {}).next).toEqual([event('a', 1)]);
  });

  it('finds the hole in one source and goes on with the others', () => {
    const { next, gap } = triage([event('a', 1), event('a', 3), event('a', 4), event('b', 1)], {});
    expect(next).toEqual([event('a', 1), event('b', 1)]);
    expect(gap).toEqual({ source: 'a', epoch: 1, after: 1, before: 3 });
  });

  it('drops what comes late of a life that is over', () => {
    const { next, gap } = triage([event('a', 2), event('a', 9)], { a: { epoch: 2, position: 1 } });
    expect([next, gap]).toEqual([[], undefined]);
  });

  it('leaves what is of a later life until that has been entered', () => {
    const events = [event('a', 1), { ...event('a', 2), epoch: 2 }, event('b', 1)];
    const { next, later } = triage(events, {});
    expect([next, later]).toEqual([[event('a', 1), event('b', 1)], true]);
    expect(triage(events, { a: { epoch: 2, position: 1 } }).next).toEqual([events[1], event('b', 1)]);
  });

  it('compares positions as numbers: 10 comes after 9', () => {
    expect(triage([event('a', 10)], { a: at(9) }).next).toHaveLength(1);
    expect(triage([event('a', 9)], { a: at(10) }).next).toHaveLength(0);
  });

  it('stands where the last of each source was', () => {
    expect(moved({ a: at(1), c: at(7) }, [event('a', 2), event('b', 1), event('a', 3)])).toEqual({
      a: at(3),
      b: at(1),
      c: at(7),
    });
  });
});

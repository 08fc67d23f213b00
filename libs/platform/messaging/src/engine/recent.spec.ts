import type { StoredEvent } from '../event';
import { Recent } from './recent';

const event = (position: number, data = '{}'): StoredEvent => {
  const about = { key: 'KR-1', type: 'Declared', data, headers: {}, at: '2026-01-01T00:00:00Z' };
  return { source: 'declarations', epoch: 1, bucket: 3, position, ...about };
};

const after = (recent: Recent, position: number, limit = 10): number[] =>
  recent.after('declarations', 3, position, limit).map((kept) => kept.position);

/** Somebody takes declarations here and has not begun. */
const listenedTo = (): Recent => {
  const recent = new Recent();
  recent.enlist({ sources: ['declarations'], positionIn: () => 0 });
  return recent;
};

describe('what was appended just now', () => {
  it('is not kept where nobody takes it', () => {
    const recent = new Recent();
    recent.enlist({ sources: ['payments'], positionIn: () => 0 });
    recent.add([event(5)]);
    expect(after(recent, 4)).toEqual([]);
  });

  it('is at hand from any place that is kept, as many as are asked for', () => {
    const recent = listenedTo();
    recent.add([event(5), event(6), event(7)]);
    expect(after(recent, 4)).toEqual([5, 6, 7]);
    expect(after(recent, 5, 1)).toEqual([6]);
    expect(after(recent, 7)).toEqual([]);
  });

  it('is not at hand where something before it is missing: the reader must not pass that over', () => {
    const recent = listenedTo();
    recent.add([event(5)]);
    expect(after(recent, 3)).toEqual([]);
    recent.add([event(7)]);
    expect(after(recent, 4)).toEqual([5]);
    expect(after(recent, 6)).toEqual([7]);
  });

  it('is whole again when what comes before is told of late', () => {
    const recent = listenedTo();
    recent.add([event(5), event(7), event(8)]);
    recent.add([event(6)]);
    expect(after(recent, 4)).toEqual([5, 6, 7, 8]);
  });

  it('is added once, whoever brings it again, and gives way to a later life', () => {
    const recent = listenedTo();
    recent.add([event(5), event(6), event(5), event(6)]);
    expect(after(recent, 4)).toEqual([5, 6]);
    expect([recent.has(event(6)), recent.has(event(7))]).toEqual([true, false]);
    recent.add([{ ...event(6), epoch: 2 }, event(7)]);
    expect(recent.after('declarations', 3, 5, 10).map(({ epoch }) => epoch)).toEqual([2]);
  });

  it('is none of a life that is over, however late it comes', () => {
    const recent = listenedTo();
    recent.add([event(5), event(6)]);
    recent.forgetBefore('declarations', 2);
    recent.add([event(6)]);
    expect([after(recent, 4), after(recent, 5), recent.has(event(6))]).toEqual([[], [], true]);
    recent.add([{ ...event(6), epoch: 2 }]);
    recent.forgetBefore('declarations', 2);
    expect(after(recent, 5)).toEqual([6]);
  });

  it('is of one bucket and one source', () => {
    const recent = listenedTo();
    recent.add([event(1)]);
    expect(recent.after('declarations', 4, 0, 10)).toEqual([]);
    expect(recent.after('payments', 3, 0, 10)).toEqual([]);
  });

  it('is forgotten, the oldest first, before it fills the memory', () => {
    const recent = listenedTo();
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let position = 1; position <= 5; position += 1) recent.add([event(position, megabyte)]);
    expect(after(recent, 0)).toEqual([]);
    expect(after(recent, 3)).toEqual([4, 5]);
  });

  it('is forgotten when everybody who takes it has taken it, once there is much of it', () => {
    const recent = new Recent();
    const [ahead, behind] = [{ at: 0 }, { at: 0 }];
    const sources = ['declarations'];
    recent.enlist({ sources, positionIn: (_source, bucket) => (bucket === 3 ? ahead.at : undefined) });
    recent.enlist({ sources: ['payments'], positionIn: () => 0 });
    const leave = recent.enlist({ sources, positionIn: () => behind.at });
    const part = 'x'.repeat(100 * 1024);
    recent.add([1, 2, 3, 4].map((position) => event(position, part)));
    expect(after(recent, 0)).toEqual([1, 2, 3, 4]);
    [ahead.at, behind.at] = [4, 3];
    recent.add([5, 6].map((position) => event(position, part)));
    expect([after(recent, 2), after(recent, 3), recent.has(event(2))]).toEqual([[], [4, 5, 6], true]);
    leave();
    ahead.at = 6;
    recent.add([7, 8, 9].map((position) => event(position, part)));
    expect([after(recent, 5), after(recent, 6)]).toEqual([[], [7, 8, 9]]);
  });

  it('is still taken while one who sets out by himself has not come so far', () => {
    const recent = new Recent();
    const sources = ['declarations'];
    const tax = { at: 4 };
    recent.enlist({ sources, positionIn: () => tax.at, setsOut: true });
    recent.enlist({ sources, positionIn: () => 0 });
    recent.enlist({ sources: ['payments'], positionIn: () => 0, setsOut: true });
    recent.enlist({ sources, positionIn: () => undefined, setsOut: true });
    expect(recent.isStillTaken(event(5))).toBe(true);
    tax.at = 5;
    expect(recent.isStillTaken(event(5))).toBe(false);
  });
});

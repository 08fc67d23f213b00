import type { StoredEvent } from './event';
import { LatestEvents } from './latest-events';

const MEGABYTE = 1024 * 1024;

const event = (position: number, characters: number): StoredEvent => ({
  ...{ source: 'declarations', epoch: 1, bucket: 0, position, key: 'KR-1', type: 'Declared' },
  ...{ data: 'x'.repeat(characters), headers: {}, at: '2026-01-31T00:00:00.000Z' },
});

describe('what is known of the latest events', () => {
  it('goes with the oldest when their texts become too long together', () => {
    const latest = new LatestEvents<number>();
    const events = [1, 2, 3, 4, 5].map((position) => event(position, 5 * MEGABYTE));
    events.forEach((each) => latest.set(each, each.position));
    expect(events.map((each) => latest.get(each))).toEqual([undefined, undefined, 3, 4, 5]);
  });

  it('stays however many short ones come', () => {
    const latest = new LatestEvents<number>();
    const first = event(1, 100);
    latest.set(first, 1);
    for (let position = 2; position <= 20_000; position += 1) latest.set(event(position, 100), position);
    expect(latest.get(first)).toBe(1);
  });

  it('stays longer when others are forgotten', () => {
    const latest = new LatestEvents<number>();
    const [first, ...others] = [1, 2, 3, 4, 5, 6].map((position) => event(position, 5 * MEGABYTE));
    latest.set(first!, 1);
    for (const other of others) {
      latest.set(other, 2);
      latest.forget(other);
    }
    expect([latest.get(first!), ...others.map((other) => latest.get(other))]).toEqual([
      1,
      ...others.map(() => undefined),
    ]);
  });

  it('is what was said last, and counts once', () => {
    const latest = new LatestEvents<number>();
    const [one, other] = [event(1, 5 * MEGABYTE), event(2, 2 * MEGABYTE)];
    for (const value of [1, 2, 3]) latest.set(one, value);
    latest.set(other, 4);
    expect([latest.get(one), latest.get(other)]).toEqual([3, 4]);
    latest.set(event(3, 9 * MEGABYTE), 5);
    expect(latest.get(one)).toBe(3);
  });
});

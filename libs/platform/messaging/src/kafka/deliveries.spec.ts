import { ALL_BUCKETS } from '../bucket';
import { type Appended, Bell } from '../engine/bell';
import type { Consumer } from '../engine/engine';
import type { StoredEvent } from '../event';
import { SETTINGS } from '../conformance/listening';
import { MemoryLog } from '../memory/memory-log';
import type { Carrier } from './carrier';
import { toRecord } from './cloud-event';
import { Deliveries } from './deliveries';

const consumer = (name: string, ...sources: readonly string[]): Consumer =>
  ({ name, sources, settings: SETTINGS }) as unknown as Consumer;
const RELEASE = consumer('release', 'declarations', 'payments');
const PAYMENTS = consumer('payments', 'declarations');

const event = (position: number, bucket = 3): StoredEvent => {
  const about = { key: 'KR-1', type: 'Declared', data: '{}', headers: {}, at: '2026-01-01T00:00:00Z' };
  return { source: 'declarations', epoch: 1, bucket, position, ...about };
};

describe('what Kafka brings to a process', () => {
  let lives: number;
  let steps: string[];
  let rung: (Appended | undefined)[];
  let bell: Bell;
  let deliveries: Deliveries;

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  };
  const bring = (...events: readonly StoredEvent[]): void =>
    deliveries.onDelivery({
      topic: 'declarations.1',
      partition: events[0]!.bucket,
      records: events.map(toRecord),
    });

  beforeEach(() => {
    [lives, steps, rung] = [1, [], []];
    const history = new MemoryLog(() => new Date());
    const firsts = ALL_BUCKETS.map(() => 1);
    const known = (): { epoch: number; firsts: readonly number[] }[] =>
      [1, 2].slice(0, lives).map((epoch) => ({ epoch, firsts }));
    history.epochs = (sources) => Promise.resolve(new Map(sources.map((source) => [source, known()])));
    const carrier: Carrier = {
      ensureTopics: () => Promise.resolve(),
      consume: (_name, names) => ({
        follow: (partitions) => void steps.push(`follow ${names.join()} ${partitions.join()}`),
        close: () => Promise.resolve(void steps.push(`leave ${names.join()}`)),
      }),
      produce: () => Promise.resolve(),
      topics: () => Promise.resolve([]),
      lastRecords: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    bell = new Bell();
    bell.recent.enlist({ sources: ['declarations'], positionIn: () => 0 });
    bell.add((appended) => void rung.push(appended));
    deliveries = new Deliveries('clearance', carrier, history, bell);
  });

  it('comes from each topic once, in all buckets that anybody here has', async () => {
    deliveries.follow(PAYMENTS, [2]);
    deliveries.follow(RELEASE, [3, 2]);
    await settled();
    expect(steps.at(-1)).toBe('follow declarations.1,payments.1 2,3');
    deliveries.follow(RELEASE, []);
    await settled();
    expect(steps.at(-1)).toBe('follow declarations.1,payments.1 2');
  });

  it('comes from another topic when a source begins a new life', async () => {
    deliveries.follow(PAYMENTS, [3, 4]);
    await settled();
    lives = 2;
    deliveries.renew();
    deliveries.renew();
    await settled();
    expect(steps).toEqual(['follow declarations.1 3,4', 'leave declarations.1', 'follow declarations.2 3,4']);
  });

  it('rings the bell as if it had been appended here, once', async () => {
    deliveries.follow(PAYMENTS, [3]);
    await settled();
    bring(event(1), event(2));
    bring(event(2), event(3));
    expect(rung.map((events) => events?.map(({ position }) => position))).toEqual([[1, 2], [3]]);
    expect(bell.recent.after('declarations', 3, 0, 10)).toHaveLength(3);
  });

  it('is not read where it was appended here, or nobody has its bucket', async () => {
    deliveries.follow(PAYMENTS, [3]);
    await settled();
    bell.ring([event(1)]);
    bring(event(1));
    bring(event(1, 4));
    expect(rung).toHaveLength(1);
  });

  it('has everybody look into the outboxes when it begins and when it ends', async () => {
    deliveries.follow(PAYMENTS, [3]);
    await settled();
    expect(deliveries.isServed).toBe(false);
    deliveries.onFollowing();
    expect([deliveries.isServed, rung]).toEqual([true, [undefined]]);
    deliveries.onCrash(new Error('gone'));
    expect([deliveries.isServed, rung]).toEqual([false, [undefined, undefined]]);
  });
});

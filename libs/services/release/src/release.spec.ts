import { EVENTS, faultsOf, type GoodsReleased } from '@tonggwan/contracts';
import { Batch, type EventTypes, MemoryLog, MemoryStore, type Received } from '@tonggwan/messaging';
import { everyOrder } from '@tonggwan/testing';
import { ReleaseConsumer } from './release.consumer';
import { standings } from './release.tables';

const declarationId = '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90';
const now = new Date('2026-03-02T09:00:00.000Z');
const types: EventTypes = {
  sourceOf: (type) => EVENTS.find((event) => event.type === type)?.source,
  faultsOf,
};

type Told = readonly [handler: keyof ReleaseConsumer, data: object, version?: number];

const conditions = ['control', 'payment', 'cargo', 'hold'];
const accepted: Told = ['accept', { mrn: '26GB000000000001', conditions, goodsPresent: false }];
const green: Told = ['screened', { channel: 'green' }];
const red: Told = ['screened', { channel: 'red' }];
const cleared: Told = ['controlled', { kind: 'control', decision: 'clear', reason: 'seen' }];
const refused: Told = [
  'controlled',
  { kind: 'control', decision: 'refuse', outcome: 'seized', reason: 'counterfeit' },
];
const assessed: Told = ['assessed', { stage: 'final' }];
const secured: Told = ['secured', { how: 'paid' }];
const arrived: Told = ['arrived', {}];
const cancelled: Told = ['cancelled', { reason: 'withdrawn by the trader' }];
const everything = [accepted, green, assessed, secured, arrived];

/** What the service says after these events, each in a transaction of its own. */
async function saidAfter(told: readonly Told[]): Promise<readonly { type: string; data: unknown }[]> {
  const log = new MemoryLog(() => now);
  const store = new MemoryStore('release', log, () => now);
  const consumer = new ReleaseConsumer({ now: () => now });
  for (const [handler, data, version = 1] of told) {
    await store.transact(async (transaction) => {
      const batch = new Batch(transaction, types);
      await batch.load(standings, [declarationId]);
      const event = { data: { declarationId, version, party: 'broker', ...data } };
      (consumer[handler] as (events: readonly Received[], batch: Batch) => void)([event as Received], batch);
      batch.flush();
    });
  }
  const buckets = await Promise.all(
    [0, 1, 2, 3, 4, 5, 6, 7].map((bucket) => log.read('release', bucket, 0, 100)),
  );
  return buckets.flat().map(({ type, data }) => ({ type, data: JSON.parse(data) as unknown }));
}

const version = (told: Told, number: number): Told => [told[0], told[1], number];
const released: GoodsReleased = {
  declarationId,
  version: 1,
  party: 'broker',
  mrn: '26GB000000000001',
  releasedAt: now.toISOString(),
  conditions,
};

describe('The release of goods', () => {
  it('comes once, and the same, in whatever order and however often it is told', async () => {
    for (const order of everyOrder(everything)) {
      const said = await saidAfter([...order, ...order]);
      expect(said).toEqual([{ type: 'GoodsReleased', data: released }]);
    }
  });

  it('waits while one condition is not met', async () => {
    for (const missing of everything) {
      expect(await saidAfter(everything.filter((told) => told !== missing))).toEqual([]);
    }
  });

  it('waits for the officer when the channel is red, in whatever order that is heard', async () => {
    const inControl = [accepted, red, assessed, secured, arrived];
    expect(await saidAfter(inControl)).toEqual([]);
    for (const order of everyOrder([...inControl, cleared])) {
      expect(await saidAfter(order)).toEqual([{ type: 'GoodsReleased', data: released }]);
    }
  });

  it('needs no arrival when the goods were present at acceptance', async () => {
    const present: Told = ['accept', { mrn: '26GB000000000001', conditions, goodsPresent: true }];
    expect(await saidAfter([present, green, assessed, secured])).toHaveLength(1);
  });

  it('is not given for what was met of another version', async () => {
    for (const order of everyOrder([version(accepted, 2), green, assessed, secured, arrived])) {
      expect(await saidAfter(order)).toEqual([]);
    }
  });

  it('is not given to version 1 as soon as anything is known of version 2', async () => {
    const rest = everything.filter((told) => told !== secured);
    expect(await saidAfter([...rest, version(red, 2), secured])).toEqual([]);
  });

  it('is given to version 2 when all is met of version 2, whatever of version 1 comes between', async () => {
    const second = everything.map((told) => version(told, 2));
    const said = await saidAfter([accepted, green, second[0]!, secured, ...second.slice(1), arrived]);
    expect(said).toEqual([{ type: 'GoodsReleased', data: { ...released, version: 2 } }]);
  });

  it('is refused with the outcome that the officer gave, whatever comes first', async () => {
    for (const order of everyOrder([accepted, red, refused, assessed, secured])) {
      const [said, ...more] = await saidAfter([...order, ...order]);
      expect(said).toMatchObject({
        type: 'GoodsRefused',
        data: { outcome: 'seized', reason: 'counterfeit' },
      });
      expect(more).toEqual([]);
    }
  });

  it('never comes after a cancellation', async () => {
    for (const order of everyOrder(everything))
      expect(await saidAfter([cancelled, ...order])).toMatchObject([{ type: 'ReleaseWithdrawn' }]);
  });

  it('is not withdrawn by a cancellation that comes after it', async () => {
    expect(await saidAfter([...everything, cancelled])).toEqual([{ type: 'GoodsReleased', data: released }]);
  });

  it('is not taken back by an audit, nor given by an audit or an indicative assessment', async () => {
    const audit: Told = [
      'controlled',
      { kind: 'audit', decision: 'refuse', reason: 'books', outcome: 'seized' },
    ];
    expect(await saidAfter([...everything, audit])).toHaveLength(1);
    expect(await saidAfter([audit, ...everything])).toEqual([{ type: 'GoodsReleased', data: released }]);
    const indicative: Told = ['assessed', { stage: 'indicative' }];
    expect(await saidAfter([accepted, green, indicative, secured, arrived])).toEqual([]);
  });

  it('passes declarations without goods by', async () => {
    const without: Told = ['accept', { mrn: '26GB000000000001', conditions: [], goodsPresent: false }];
    expect(await saidAfter([without, green, assessed, secured, arrived])).toEqual([]);
  });
});

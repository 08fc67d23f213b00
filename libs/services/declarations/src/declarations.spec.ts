import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventClass, faultsOf, GoodsArrived, LodgementReceived } from '@tonggwan/contracts';
import { Batch, bucketOf, MemoryLog, MemoryStore, type Received, type StateTable } from '@tonggwan/messaging';
import { packFor } from '@tonggwan/testing';
import { AWAITED, DECLARATIONS } from './database/tables';
import { DeclarationsConsumer } from './declarations.consumer';
import type { DeclarationState } from './domain/declaration-state';
import { LodgementsConsumer } from './lodgements.consumer';

const NOW = '2026-11-21T15:00:00.000Z';
const clock = { now: () => new Date(NOW) };
const types = { sourceOf: (type: string) => eventClass(type)?.source, faultsOf };
const sample = JSON.parse(
  readFileSync(join(__dirname, '../../../contracts/samples/LodgementReceived.1.json'), 'utf8'),
) as LodgementReceived;

const idOf = (number: number) => `01980c5e-4a10-7c3e-9f21-${String(number).padStart(12, '0')}`;

function received<Data extends { declarationId: string }>(type: string, data: Data): Received<Data> {
  const { declarationId } = data;
  const place = { source: 'gateway', epoch: 1, bucket: bucketOf(declarationId), position: 1 };
  return { ...place, type, data, declarationId, at: NOW };
}

const lodgement = (number: number, change: Partial<LodgementReceived> = {}) =>
  received(LodgementReceived.type, { ...sample, declarationId: idOf(number), ...change });

/** The service's consumers over a store in memory. */
function start() {
  const log = new MemoryLog(clock.now);
  const store = new MemoryStore('declarations', log, clock.now);
  const lodgements = new LodgementsConsumer(clock, packFor('gb'));
  const others = new DeclarationsConsumer(clock);
  const inBatch = (events: readonly Received[], work: (batch: Batch) => Promise<void> | void) =>
    store.transact(async (transaction) => {
      const batch = new Batch(transaction, types);
      const asked = (table: StateTable<unknown>) => events.flatMap((event) => table.keysOf(event, batch));
      await batch.load(DECLARATIONS, asked(DECLARATIONS));
      await batch.load(AWAITED, asked(AWAITED));
      await work(batch);
      batch.flush();
    });
  return {
    store,
    lodge: (...events: Received<LodgementReceived>[]) =>
      inBatch(events, (batch) => lodgements.take(events, batch)),
    arrive: (...events: Received<GoodsArrived>[]) =>
      inBatch(events, (batch) => others.presentGoods(events, batch)),
    published: async (number: number) =>
      (await log.read('declarations', bucketOf(idOf(number)), 0, 1000)).filter(
        ({ key }) => key === idOf(number),
      ),
    state: (number: number) =>
      store.tableOf('declarations.declaration').get(idOf(number))?.state as DeclarationState,
  };
}

const arrival = received(GoodsArrived.type, {
  declarationId: idOf(1),
  version: 1,
  party: sample.party,
  arrivedAt: '2026-11-21T14:00:00.000Z',
});

describe('taking lodgements in', () => {
  it('publishes events that keep their contracts', async () => {
    const service = start();
    await service.lodge(lodgement(1));
    const [event, ...more] = await service.published(1);
    expect([event?.type, more.length]).toEqual(['DeclarationAccepted', 0]);
    expect(faultsOf('DeclarationAccepted', JSON.parse(event!.data))).toEqual([]);
  });

  it('numbers each declaration once, and no two alike', async () => {
    const service = start();
    const all = Array.from({ length: 50 }, (_, number) => lodgement(number));
    await service.lodge(...all, ...all);
    await service.lodge(...all);
    const numbers = all.map((_, number) => service.state(number).mrn);
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.every((mrn) => /^26GB\d{14}$/.test(mrn ?? ''))).toBe(true);
    for (const [number] of all.entries()) expect(await service.published(number)).toHaveLength(1);
  });

  it('takes no number for what it rejects', async () => {
    const service = start();
    const declaration = { ...sample.declaration, typeCode: 'XXX' };
    await service.lodge(lodgement(1, { declaration }));
    const [event] = await service.published(1);
    expect([event?.type, service.state(1).mrn]).toEqual(['DeclarationRejected', undefined]);
    expect(service.store.tableOf('declarations.number_sequence').size).toBe(0);
  });
});

describe('goods that come after their declaration', () => {
  it('have it accepted as it was lodged', async () => {
    const service = start();
    await service.lodge(lodgement(1, { goodsPresent: false }));
    expect(service.state(1).status).toBe('registered');
    await service.arrive(arrival, arrival);
    await service.arrive(arrival);
    const events = await service.published(1);
    expect(events.map(({ type }) => type)).toEqual(['DeclarationRegistered', 'DeclarationAccepted']);
    const [registered, accepted] = events.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
    expect(faultsOf('DeclarationRegistered', registered)).toEqual([]);
    expect(faultsOf('DeclarationAccepted', accepted)).toEqual([]);
    expect([accepted?.mrn, accepted?.declaration]).toEqual([registered?.mrn, sample.declaration]);
  });

  it('heard of before it have it accepted at once', async () => {
    const service = start();
    await service.arrive(arrival);
    await service.lodge(lodgement(1, { goodsPresent: false }));
    expect((await service.published(1)).map(({ type }) => type)).toEqual(['DeclarationAccepted']);
    expect(service.store.tableOf('declarations.awaited').size).toBe(0);
  });
});

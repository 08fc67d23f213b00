import { EVENTS, type EventClass, faultsOf } from '@tonggwan/contracts';
import { Batch, type EventTypes, MemoryLog, MemoryStore, type Received } from '@tonggwan/messaging';
import { packFor } from '@tonggwan/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lives } from './database/lives';
import { HEARD } from './domain/facts';
import type { Life } from './domain/life';
import { TimeReleaseConsumer } from './time-release.consumer';

const SAMPLES = join(__dirname, '../../../contracts/samples');
const types: EventTypes = {
  sourceOf: (type) => EVENTS.find((event) => event.type === type)?.source,
  faultsOf,
};

/** The published sample of an event, as a lane would hand it over. */
function sample({ type, source }: EventClass): Received {
  const data = JSON.parse(readFileSync(join(SAMPLES, `${type}.1.json`), 'utf8')) as { declarationId: string };
  const place = { source, epoch: 1, bucket: 0, position: 1, at: '2026-01-01T00:00:00.000Z' };
  return { ...place, type, data, declarationId: data.declarationId };
}

async function livesAfter(events: readonly Received[]): Promise<Life[]> {
  const now = () => new Date('2026-01-01T00:00:00.000Z');
  const store = new MemoryStore('time-release', new MemoryLog(now), now);
  const consumer = new TimeReleaseConsumer(packFor('kr'));
  await store.transact(async (transaction) => {
    const batch = new Batch(transaction, types);
    await batch.load(
      lives,
      events.map(({ declarationId }) => declarationId),
    );
    consumer.note(events, batch);
    batch.flush();
  });
  return [...store.tableOf(lives.name).values()].map(({ state }) => state as Life);
}

describe('the time study', () => {
  it('hears every event but those that change nothing: a refused request, a release that will not come', () => {
    const nothingNew = ['RequestRefused', 'ReleaseWithdrawn'];
    const types = EVENTS.map(({ type }) => type).filter((type) => !nothingNew.includes(type));
    expect([...HEARD].sort()).toEqual(types.sort());
  });

  it.each(EVENTS.filter(({ type }) => HEARD.some((heard) => heard === type)))(
    'keeps the instant of $type as the event gives it',
    async (event) => {
      const received = sample(event);
      const [life] = await livesAfter([received]);
      expect(life).toMatchObject({ declarationId: received.declarationId });
      const instants = JSON.stringify(received.data).match(/\d{4}-\d\d-\d\dT[^"]+/g) ?? [];
      for (const { at } of life!.moments) expect(instants.map(Date.parse)).toContain(at);
    },
  );

  it('keeps one life of what all services say about one declaration', async () => {
    const heard = EVENTS.filter(({ type }) => HEARD.some((name) => name === type)).map(sample);
    const together = heard.map((event) => ({
      ...event,
      declarationId: 'one',
      data: { ...(event.data as object), declarationId: 'one' },
    }));
    expect(await livesAfter(together)).toHaveLength(1);
  });
});

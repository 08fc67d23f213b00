import { bucketOf } from '../bucket';
import { upTo } from '../conformance/chance';
import { CONSUMER, declared, writingDown } from '../conformance/office';
import { aloneWith, diaryOf, publish, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import type { System } from '../conformance/system';
import type { StoredEvent } from '../event';
import type { Companion } from './companion';
import { Convoy } from './convoy';
import type { Handlers } from './handlers';
import { Standing } from './standing';

/** One declaration in each of the buckets that these fall into. */
const IDS = [...new Map(upTo(40).map((number) => [bucketOf(`KR-${number}`), `KR-${number}`])).values()];

interface Load {
  readonly standing: Standing;
  readonly events: readonly StoredEvent[];
}

/** A lane for each bucket, with its first event. */
async function loadsOf(system: System): Promise<readonly Load[]> {
  await publish(
    system,
    IDS.map((id) => declared(id, 1)),
  );
  return Promise.all(
    IDS.map(async (id) => {
      const bucket = bucketOf(id);
      const standing = await Standing.takeUp(system.stores.release, { consumer: CONSUMER, bucket });
      return { standing, events: await system.history.read('declarations', bucket, 0, 10) };
    }),
  );
}

/** One event for each lane: so many events, so many lanes. */
function convoyOf(
  system: System,
  handlers: Handlers,
  eventsMax = 200,
): { convoy: Convoy; companion: Companion; sizes: number[] } {
  const sizes: number[] = [];
  const onBatch = (events: number): void => void sizes.push(events);
  const companion = aloneWith(system.stores.release, handlers, { ...SETTINGS, eventsMax, onBatch });
  return { convoy: new Convoy(), companion, sizes };
}

describe('a convoy', () => {
  it('brings the lanes that are ready together in one transaction', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { convoy, companion, sizes } = convoyOf(system, writingDown());
    await Promise.all(loads.map((load) => convoy.join({ ...load, companion })));
    expect(sizes).toEqual([IDS.length]);
    for (const id of IDS) expect(await diaryOf(system, id)).toEqual(['Declared 1']);
  });

  it('is never larger than a batch', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { convoy, companion, sizes } = convoyOf(system, writingDown(), 3);
    await Promise.all(loads.map((load) => convoy.join({ ...load, companion })));
    expect(Math.max(...sizes)).toBe(3);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(IDS.length);
  });

  it('has each go alone when one cannot go on, so that only that one hears of it', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const handlers = writingDown(({ declarationId }) => {
      if (declarationId === IDS[0]) throw new Error('poison');
    });
    const { convoy, companion } = convoyOf(system, handlers);
    const ends = await Promise.allSettled(loads.map((load) => convoy.join({ ...load, companion })));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', ...IDS.slice(1).map(() => 'fulfilled')]);
    expect(await diaryOf(system, IDS[1]!)).toEqual(['Declared 1']);
    expect(await diaryOf(system, IDS[0]!)).toEqual([]);
  });

  it('tells a lane that somebody else has moved, and takes the others on', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { bucket } = loads[0]!.standing.name;
    await Standing.takeUp(system.stores.release, { consumer: CONSUMER, bucket });
    const { convoy, companion } = convoyOf(system, writingDown());
    const ends = await Promise.allSettled(loads.map((load) => convoy.join({ ...load, companion })));
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

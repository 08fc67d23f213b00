import { bucketOf } from '../bucket';
import { upTo } from '../conformance/chance';
import { CONSUMER, declared, TYPES, writingDown } from '../conformance/office';
import { diaryOf, publish, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import type { System } from '../conformance/system';
import type { StoredEvent } from '../event';
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

function convoyOf(system: System, handlers: Handlers, eventsMax = 200): { convoy: Convoy; sizes: number[] } {
  const sizes: number[] = [];
  const store = system.stores.release;
  const counting = Object.assign(Object.create(store) as typeof store, {
    transact: (work: Parameters<typeof store.transact>[0]) =>
      store.transact((transaction) => {
        const moveLanes = transaction.moveLanes.bind(transaction);
        transaction.moveLanes = (consumer, moves) => {
          sizes.push(moves.length);
          moveLanes(consumer, moves);
        };
        return work(transaction);
      }),
  });
  const parts = { store: counting, handlers, types: TYPES, settings: { ...SETTINGS, eventsMax } };
  return { convoy: new Convoy(parts), sizes };
}

describe('a convoy', () => {
  it('brings the lanes that are ready together in one transaction', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { convoy, sizes } = convoyOf(system, writingDown());
    await Promise.all(loads.map((load) => convoy.join(load)));
    expect(sizes).toEqual([IDS.length]);
    for (const id of IDS) expect(await diaryOf(system, id)).toEqual(['Declared 1']);
  });

  it('is never larger than a batch', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { convoy, sizes } = convoyOf(system, writingDown(), 3);
    await Promise.all(loads.map((load) => convoy.join(load)));
    expect(Math.max(...sizes)).toBe(3);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(IDS.length);
  });

  it('has each go alone when one cannot go on, so that only that one hears of it', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const handlers = writingDown(({ declarationId }) => {
      if (declarationId === IDS[0]) throw new Error('poison');
    });
    const { convoy } = convoyOf(system, handlers);
    const ends = await Promise.allSettled(loads.map((load) => convoy.join(load)));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', ...IDS.slice(1).map(() => 'fulfilled')]);
    expect(await diaryOf(system, IDS[1]!)).toEqual(['Declared 1']);
    expect(await diaryOf(system, IDS[0]!)).toEqual([]);
  });

  it('tells a lane that somebody else has moved, and takes the others on', async () => {
    const system = await MEMORY.start();
    const loads = await loadsOf(system);
    const { bucket } = loads[0]!.standing.name;
    await Standing.takeUp(system.stores.release, { consumer: CONSUMER, bucket });
    const { convoy } = convoyOf(system, writingDown());
    const ends = await Promise.allSettled(loads.map((load) => convoy.join(load)));
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

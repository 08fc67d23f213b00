import { bucketOf } from '../bucket';
import { Unprocessable } from '../errors';
import type { Lane } from '../lane/lane';
import type { Store } from '../store/store';
import { seeded, upTo } from './chance';
import { diaryOf, openLane, publish, SETTINGS } from './listening';
import { MEMORY } from './memory-platform';
import { declared, entryOf, writingDown } from './office';
import type { System } from './system';

const RUNS = 10_000;
/** They take 15 to 45 s, as the machine is. */
const RUN_MS_MAX = 180_000;
const LAST = 6;
const BUCKET = bucketOf('KR-1');
/** Lets timers have their turn, so that a lane that never came to rest would be seen to. */
const settings = { ...SETTINGS, pause: () => new Promise<void>(setImmediate) };

/** What a lane asks of its database. */
const SLOW = new Set<string | symbol>([
  'transact',
  'lane',
  'buriedKeys',
  'requestedReplays',
] satisfies (keyof Store)[]);

/** Makes every step of a store take a moment, each time another one. */
function dawdling(store: Store, chance: () => number): Store {
  const moment = async (): Promise<void> => {
    for (let left = Math.floor(chance() * 6); left > 0; left -= 1) await Promise.resolve();
  };
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (!SLOW.has(name)) return member.bind(target);
      return async (...values: unknown[]): Promise<unknown> => {
        await moment();
        const answer: unknown = await Reflect.apply(member, target, values);
        await moment();
        return answer;
      };
    },
  });
}

/** A dead letter with followers; then a replay and more followers at the same time, in two that both own the lane. */
async function run(seed: number): Promise<System> {
  const chance = seeded(seed);
  const memory = await MEMORY.start();
  const release = dawdling(memory.stores.release, chance);
  const system = { ...memory, stores: { ...memory.stores, release } };
  let mended = false;
  const handlers = writingDown((event) => {
    if (!mended && entryOf(event) === 'Declared 2') throw new Unprocessable('not yet');
  });
  await publish(
    system,
    upTo(LAST).map((number) => declared('KR-1', number)),
  );
  const read = (first: number, count: number): ReturnType<System['history']['read']> =>
    system.history.read('declarations', BUCKET, first - 1, count);
  const one = await openLane(system, BUCKET, handlers, settings);
  await one.take(await read(1, 3));
  const other = await openLane(system, BUCKET, handlers, settings);
  mended = true;
  const [dead] = await release.letters(1);
  await release.requestReplay(dead!.id);
  const work = [
    (): Promise<void> => one.replay(),
    async (): Promise<void> => other.take(await read(4, 1)),
    async (): Promise<void> => one.take(await read(4, 2)),
    async (): Promise<void> => other.take(await read(5, 2)),
  ];
  await Promise.all(work.sort(() => chance() - 0.5).map((each) => each()));
  await finish(system, one);
  return system;
}

/** Whoever lost a race asks again, as the engines do every second. */
async function finish(system: System, lane: Lane): Promise<void> {
  await lane.replay();
  await lane.replay();
  const at = lane.position('declarations');
  await lane.take(await system.history.read('declarations', BUCKET, at, LAST));
  await lane.replay();
}

describe('a replay while followers arrive', () => {
  it(
    `keeps the order in ${RUNS} interleavings`,
    async () => {
      const expected = upTo(LAST).map((number) => `Declared ${number}`);
      for (const seed of upTo(RUNS)) {
        const system = await run(seed);
        const entries = await diaryOf(system, 'KR-1');
        if (entries.join() !== expected.join()) throw new Error(`seed ${seed}: ${entries.join()}`);
      }
    },
    RUN_MS_MAX,
  );
});

import { ALL_BUCKETS, bucketOf } from '../bucket';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, eventually } from './listening';
import { IDS, Load } from './load.fixture';
import { Members } from './members.fixture';
import type { PostgresSystem } from './postgres-platform';
import type { System } from './system';

const TAKEN_OVER_MS_MAX = 15_000;
const TEST_MS_MAX = 90_000;

/** Until more than now has taken effect in each of these buckets. */
async function goOn(system: System, buckets: readonly number[]): Promise<void> {
  for (const id of IDS.filter((each) => buckets.includes(bucketOf(each)))) {
    const { length } = await diaryOf(system, id);
    await eventually(async () => expect((await diaryOf(system, id)).length).toBeGreaterThan(length));
  }
}

/** What one declaration has heard of one owner, in the order in which it took effect. */
async function heard(system: System, id: string, type: string): Promise<readonly string[]> {
  return (await diaryOf(system, id)).filter((entry) => entry.startsWith(type));
}

describeEngines('processes of one service', ['postgres', 'kafka'], (start) => {
  it(
    'share its buckets evenly, take over those of one that is killed, and each event takes effect once and in order',
    async () => {
      const system = (await start()) as PostgresSystem;
      const members = new Members(system);
      const load = new Load(system);
      try {
        members.start();
        members.start();
        await members.share(4, 4);
        members.start();
        await members.share(2, 3, 3);
        await goOn(system, ALL_BUCKETS);
        const killedAt = performance.now();
        const orphaned = await members.killOne();
        expect(orphaned).toHaveLength(3);
        await members.share(4, 4);
        await goOn(system, orphaned);
        expect(performance.now() - killedAt).toBeLessThan(TAKEN_OVER_MS_MAX);
        await load.stop();
        await caughtUp(system);
      } finally {
        await load.stop();
        await members.end();
      }
      for (const id of IDS) {
        for (const type of ['Declared', 'Paid'])
          expect(await heard(system, id, type)).toEqual(upTo(load.rounds).map((round) => `${type} ${round}`));
      }
      expect(await system.stores.release.letters(1)).toEqual([]);
    },
    TEST_MS_MAX,
  );
});

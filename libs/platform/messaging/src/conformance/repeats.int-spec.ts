import { bucketOf } from '../bucket';
import { toRecord } from '../kafka/cloud-event';
import { chunksOf } from '../lane/chunks';
import { seeded, shuffled, upTo } from './chance';
import { describeEngines, describeOn } from './engines';
import { KAFKA } from './kafka-platform';
import { caughtUp, diaryOf, listen, openLane, publish } from './listening';
import { declared, paid, SOURCES } from './office';
import type { System } from './system';

const ID = 'KR-1';
const COUNT = 30;

const expectOnceAndInOrder = async (system: System): Promise<void> => {
  const entries = await diaryOf(system, ID);
  for (const type of ['Declared', 'Paid']) {
    const own = entries.filter((entry) => entry.startsWith(type));
    expect(own).toEqual(upTo(COUNT).map((number) => `${type} ${number}`));
  }
};

const publishAll = (system: System): Promise<void> =>
  publish(system, [
    ...upTo(COUNT).map((number) => declared(ID, number)),
    ...upTo(COUNT).map((number) => paid(ID, number)),
  ]);

describeEngines(
  'events that come three times, shuffled across their sources',
  ['memory', 'postgres'],
  (start) => {
    it('take effect once and in order', async () => {
      const system = await start();
      await publishAll(system);
      const bucket = bucketOf(ID);
      const read = SOURCES.map((source) => system.history.read(source, bucket, 0, COUNT));
      const all = (await Promise.all(read)).flat();
      const lane = await openLane(system, bucket);
      for (const batch of chunksOf(shuffled([...all, ...all, ...all], seeded(7)), {
        eventsMax: 7,
        bytesMax: 1e6,
      })) {
        await lane.take(batch);
      }
      await expectOnceAndInOrder(system);
      expect(lane.counts.gaps).toBeGreaterThan(0);
      await lane.close();
    });
  },
);

describeOn(KAFKA, 'events that come three times, shuffled across their sources', (start) => {
  it('take effect once and in order', async () => {
    const system = await start();
    await publishAll(system);
    const bucket = bucketOf(ID);
    const carrier = system.carrier();
    await carrier.ensureTopics(SOURCES.map((source) => `${source}.1`));
    for (const source of SOURCES) {
      const events = await system.history.read(source, bucket, 0, COUNT);
      const records = shuffled([...events, ...events, ...events], seeded(7)).map(toRecord);
      await carrier.produce(`${source}.1`, [{ partition: bucket, records }]);
    }
    await carrier.close();
    const listening = await listen(system);
    await caughtUp(system);
    await expectOnceAndInOrder(system);
    await listening.close();
  });
});

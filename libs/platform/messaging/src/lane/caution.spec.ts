import { bucketOf } from '../bucket';
import { upTo } from '../conformance/chance';
import { diaryOf, openLane, publish, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import { CONSUMER, declared, writingDown } from '../conformance/office';

const BUCKET = bucketOf('KR-1');

describe('after an unclean end', () => {
  it('bad weather is not held against the event that is tried alone', async () => {
    const system = await MEMORY.start();
    await publish(
      system,
      upTo(3).map((number) => declared('KR-1', number)),
    );
    await openLane(system, BUCKET);
    let storms = 5;
    const handlers = writingDown(() => {
      if (storms-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    });
    const next = await openLane(system, BUCKET, handlers, { ...SETTINGS, pause: () => Promise.resolve() });
    await next.take(await system.history.read('declarations', BUCKET, 0, 10));
    expect(await system.stores.release.letters(1)).toEqual([]);
    expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Declared 2', 'Declared 3']);
  });

  it('events that were under way at another crash are tried with nothing beside them', async () => {
    const system = await MEMORY.start();
    const ids = [...new Map(upTo(40).map((number) => [bucketOf(`KR-${number}`), `KR-${number}`])).values()];
    await publish(
      system,
      ids.map((id) => declared(id, 1)),
    );
    const underWay = ids.map(async (id) => {
      const lane = await system.stores.release.lane({ consumer: CONSUMER, bucket: bucketOf(id) });
      const place = `declarations.1/${lane.bucket}/1`;
      const attempt = { place, count: 0, events: 1, version: lane.version + 1 };
      await system.stores.release.transact((transaction) =>
        transaction.moveLanes(CONSUMER, [{ ...lane, change: { running: true, attempt } }]),
      );
    });
    await Promise.all(underWay);
    let [running, most] = [0, 0];
    const counting = writingDown(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
    });
    const takes = ids.map(async (id) => {
      const lane = await openLane(system, bucketOf(id), counting);
      await lane.take(await system.history.read('declarations', bucketOf(id), 0, 10));
    });
    await Promise.all(takes);
    expect(most).toBe(1);
    for (const id of ids) expect(await diaryOf(system, id)).toEqual(['Declared 1']);
  });
});

import { bucketOf } from '../bucket';
import { upTo } from '../conformance/chance';
import { diaryOf, openLane, publish, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import { declared, writingDown } from '../conformance/office';

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
});

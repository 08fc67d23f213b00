import type { StoredEvent } from '../event';
import { Backup, startedAgain } from './backup.fixture';
import { describeOn } from './engines';
import { diaryOf, openLane } from './listening';
import { POSTGRES, type PostgresSystem } from './postgres-platform';
import { BUCKET, entries, openAnew, say } from './set-back.fixture';

describeOn(POSTGRES, 'a lane of a log that has begun a new life at 11', (start) => {
  let system: PostgresSystem;
  let backup: Backup;
  /** Everything that the first life came to, with what is no more. */
  let former: readonly StoredEvent[];

  beforeEach(async () => {
    system = await start();
    await say(system, 1, 10);
    backup = await Backup.of(system, 'declarations');
    await say(system, 11, 20);
    former = await system.history.read('declarations', BUCKET, 0, 100);
  });

  it('that has seen more stands at a fork before it takes the first event that it is handed', async () => {
    const lane = await openLane(system, BUCKET);
    await lane.take(former);
    await backup.restore();
    const again = startedAgain(system);
    await openAnew(again);
    await say(again, 11, 12, ' again');
    await say(again, 21, 29);
    await lane.take(await again.history.read('declarations', BUCKET, 20, 10));
    expect(await diaryOf(again, 'KR-1')).toEqual([
      ...entries(1, 20),
      ...entries(11, 12, ' again'),
      ...entries(21, 29),
    ]);
  });

  it('is not stopped by what came late of the life that is over, and does not take it', async () => {
    const lane = await openLane(system, BUCKET);
    await backup.restore();
    const again = startedAgain(system);
    await openAnew(again);
    await lane.take(former.slice(15));
    expect([lane.stopped, await diaryOf(again, 'KR-1')]).toEqual([undefined, entries(1, 10)]);
    await say(again, 11, 12, ' again');
    await lane.take(former.slice(10));
    await lane.take(await again.history.read('declarations', BUCKET, 10, 10));
    expect(await diaryOf(again, 'KR-1')).toEqual([...entries(1, 10), ...entries(11, 12, ' again')]);
  });
});

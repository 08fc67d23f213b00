import { LogClosed } from '../errors';
import { Backup, startedAgain } from './backup.fixture';
import { describeOn } from './engines';
import { KAFKA } from './kafka-platform';
import { caughtUp, diaryOf, eventually, listen, type Listening } from './listening';
import { POSTGRES, type PostgresSystem } from './postgres-platform';
import { BUCKET, entries, forksIn, openAnew, readerAt, say } from './set-back.fixture';
import type { Platform } from './system';

function describeSetBack(platform: Platform<PostgresSystem>): void {
  describeOn(platform, 'a service that is set back to a backup', (start) => {
    let system: PostgresSystem;
    let listening: Listening | undefined;

    beforeEach(async () => {
      system = await start();
      listening = await listen(system);
      await say(system, 1, 10);
      await caughtUp(system);
    });
    afterEach(() => listening?.close());

    it('is an owner alone: nothing is appended before a new epoch, and its reader stands at a fork', async () => {
      const backup = await Backup.of(system, 'declarations');
      await say(system, 11, 20);
      await caughtUp(system);
      await listening!.close();
      await backup.restore();
      const again = startedAgain(system);
      const refused = say(again, 11, 11);
      await expect(refused).rejects.toBeInstanceOf(LogClosed);
      await expect(refused).rejects.toThrow(
        `release has seen declarations.1/${BUCKET}/20, and the log ends at 10`,
      );
      const { epoch, firsts, evidence } = await openAnew(again);
      expect([epoch, firsts[BUCKET], evidence.ahead.length]).toEqual([2, 11, 1]);
      expect(await again.stores.declarations.mark(BUCKET)).toEqual({ epoch: 2, position: 10 });
      listening = await listen(again);
      await say(again, 11, 13, ' again');
      await readerAt(again, 2, 13);
      expect(await diaryOf(again, 'KR-1')).toEqual([...entries(1, 20), ...entries(11, 13, ' again')]);
      expect(await forksIn(again)).toEqual([
        { source: 'declarations', epoch: 1, bucket: BUCKET, first: '11', last: '20' },
      ]);
    });

    it('is an owner whose reader goes on meanwhile: it finds the new epoch by itself', async () => {
      const backup = await Backup.of(system, 'declarations');
      await say(system, 11, 20);
      await caughtUp(system);
      await backup.restore();
      const again = startedAgain(system);
      await expect(say(again, 11, 11)).rejects.toBeInstanceOf(LogClosed);
      await openAnew(again);
      await readerAt(system, 2, 10);
      await say(again, 11, 30, ' again');
      await readerAt(system, 2, 30);
      expect(await diaryOf(system, 'KR-1')).toEqual([...entries(1, 20), ...entries(11, 30, ' again')]);
    });

    it('is a reader: it catches up from the outboxes of its neighbours, and nobody stands at a fork', async () => {
      const backup = await Backup.of(system, 'release');
      await say(system, 11, 20);
      await caughtUp(system);
      await listening!.close();
      await backup.restore();
      const again = startedAgain(system);
      expect(await diaryOf(again, 'KR-1')).toEqual(entries(1, 10));
      listening = await listen(again);
      await caughtUp(again);
      expect(await diaryOf(again, 'KR-1')).toEqual(entries(1, 20));
      expect(await forksIn(again)).toEqual([]);
    });

    it('has lost the last of its log in a failover: nobody has seen it, but the database is another', async () => {
      await listening!.close();
      const backup = await Backup.of(system, 'declarations');
      await say(system, 11, 20);
      await backup.restore();
      await system.database.pool.query(`update declarations.epoch set database = 'the one before'`);
      await cutAll(system);
      // The first connections that are used again say only that they are gone.
      await eventually(() => expect(say(system, 11, 11)).rejects.toThrow('and was the one before'));
      const { evidence } = await openAnew(system);
      expect(evidence.ahead).toEqual([]);
      await say(system, 11, 13, ' again');
      listening = await listen(system);
      await readerAt(system, 2, 13);
      expect(await diaryOf(system, 'KR-1')).toEqual([...entries(1, 10), ...entries(11, 13, ' again')]);
    });
  });
}

describeSetBack(POSTGRES);
describeSetBack(KAFKA);

async function cutAll({ database }: PostgresSystem): Promise<void> {
  const session = await database.connect();
  await session.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await session.end();
}

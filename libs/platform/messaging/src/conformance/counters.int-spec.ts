import { hotPool } from '../postgres/hot-pool';
import { ALL_BUCKETS } from '../bucket';
import { sleep } from '../lane/settings';
import { PostgresStore } from '../postgres/postgres-store';
import { seeded, upTo } from './chance';
import { describeOn } from './engines';
import { caughtUp, diaryOf, listen } from './listening';
import { declared } from './office';
import { POSTGRES } from './postgres-platform';

const WRITERS = 64;
const EACH = 5;
const STOPPED_MS = 2_000;

describeOn(POSTGRES, '64 writers that take their time to commit', (start) => {
  it('leave no hole that a reader skips, even when one is stopped while it holds its counter', async () => {
    const system = await start();
    const listening = await listen(system);
    const pool = hotPool({ connectionString: system.database.url, max: WRITERS });
    const store = new PostgresStore('declarations', 'declarations', pool, system.bell);
    const chance = seeded(64);
    const write = async (writer: number): Promise<void> => {
      for (const number of upTo(EACH)) {
        await store.transact(async (transaction) => {
          transaction.append([declared(`KR-${writer}`, number)]);
          await sleep(chance() * 8);
        });
      }
    };
    const stopped = await stoppedWriter(system.database.url);
    await Promise.all([...upTo(WRITERS).map(write), sleep(STOPPED_MS).then(() => stopped.goOn())]);
    await caughtUp(system);
    for (const writer of upTo(WRITERS)) {
      expect(await diaryOf(system, `KR-${writer}`)).toEqual(upTo(EACH).map((number) => `Declared ${number}`));
    }
    expect(await diaryOf(system, 'KR-STOPPED')).toEqual(['Declared 1']);
    const heads = (await system.history.heads(['declarations'])).get('declarations')!;
    expect(heads.reduce((sum, head) => sum + head)).toBe(WRITERS * EACH + 1);
    for (const bucket of ALL_BUCKETS) {
      const events = await system.history.read('declarations', bucket, 0, 1_000);
      expect(events.map(({ position }) => position)).toEqual(upTo(heads[bucket]!));
    }
    await listening.close();
    await pool.end();
  });
});

/** Has taken its position and not committed when its back end is stopped. */
async function stoppedWriter(url: string): Promise<{ goOn(): Promise<void> }> {
  const pool = hotPool({ connectionString: url, max: 1 });
  const store = new PostgresStore('declarations', 'declarations', pool);
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { pid } = rows[0]!;
  let stop = (): void => undefined;
  const isStopped = new Promise<void>((resolve) => (stop = resolve));
  const writing = store.transact(async (transaction) => {
    transaction.append([declared('KR-STOPPED', 1)]);
    // Answered behind the append, which by then has its counter.
    await transaction.load('release.diary', []);
    process.kill(pid, 'SIGSTOP');
    stop();
  });
  await isStopped;
  return {
    goOn: async () => {
      process.kill(pid, 'SIGCONT');
      await writing;
      await pool.end();
    },
  };
}

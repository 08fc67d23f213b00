import type { Pool, PoolClient } from 'pg';
import { bucketOf } from '../bucket';
import { Unreachable } from '../errors';
import { PostgresStore } from '../postgres/postgres-store';
import { upTo } from './chance';
import { describeOn } from './engines';
import { diaryOf, eventually, openLane, publish } from './listening';
import { declared } from './office';
import { POSTGRES, type PostgresSystem } from './postgres-platform';

type Cut = 'before the server has it' | 'after the server has done it';

/** Ends the session of the next COMMIT: nobody on this side knows then whether it took place. */
function cutNextCommit(pool: Pool, cut: Cut): void {
  pool.once('acquire', (client: PoolClient & { processID?: number }) => {
    const query = client.query.bind(client) as (text: unknown, values?: unknown) => Promise<unknown>;
    const cutting = async (text: unknown, values?: unknown): Promise<unknown> => {
      if (text !== 'commit') return query(text, values);
      if (cut === 'after the server has done it') await query(text);
      await pool.query('select pg_terminate_backend($1)', [client.processID]);
      return query(text);
    };
    Object.assign(client, { query: cutting });
  });
}

const storeOf = ({ database }: PostgresSystem): PostgresStore =>
  new PostgresStore('release', 'release', database.pool);

describeOn(POSTGRES, 'a connection that is cut during COMMIT', (start) => {
  const cuts: Cut[] = ['before the server has it', 'after the server has done it'];

  it.each(cuts)('leaves a lane with each event’s one effect, %s', async (cut) => {
    const system = await start();
    const bucket = bucketOf('KR-1');
    const lane = await openLane(system, bucket);
    await publish(
      system,
      upTo(5).map((number) => declared('KR-1', number)),
    );
    const events = await system.history.read('declarations', bucket, 0, 10);
    cutNextCommit(system.database.pool, cut);
    await lane.take(events);
    expect(lane.counts.retries).toBe(1);
    expect(await diaryOf(system, 'KR-1')).toEqual(upTo(5).map((number) => `Declared ${number}`));
  });

  it.each(cuts)('tells who gave a command that nobody knows, %s, and the log has no hole', async (cut) => {
    const system = await start();
    const store = storeOf(system);
    cutNextCommit(system.database.pool, cut);
    const unknown = store.transact((transaction) => transaction.append([declared('KR-1', 1)]));
    await expect(unknown).rejects.toMatchObject({
      name: expect.stringMatching('rror|Unreachable') as string,
    });
    await store.transact((transaction) => transaction.append([declared('KR-1', 2)]));
    await eventually(async () => {
      const events = await system.history.read('release', bucketOf('KR-1'), 0, 10);
      const numbers = events.map(({ data }) => (JSON.parse(data) as { number: number }).number);
      expect(numbers).toEqual(cut === 'before the server has it' ? [2] : [1, 2]);
      expect(events.map(({ position }) => position)).toEqual(upTo(numbers.length));
    });
  });

  it('closes the transaction to a handler that is late', async () => {
    const system = await start();
    const late = await storeOf(system).transact((transaction) => Promise.resolve({ transaction }));
    await expect(late.transaction.load('release.diary', ['KR-1'])).rejects.toBeInstanceOf(Unreachable);
  });
});

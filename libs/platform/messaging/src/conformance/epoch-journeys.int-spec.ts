import { openEpoch } from '../postgres/open-epoch';
import { startedAgain } from './backup.fixture';
import { chain } from './chain.fixture';
import { describeOn } from './engines';
import { diaryOf, eventually, publish } from './listening';
import { declared } from './office';
import { POSTGRES, type PostgresSystem } from './postgres-platform';

const ID = 'KR-1';

const isPaid = (system: PostgresSystem, ...numbers: readonly number[]): Promise<void> =>
  eventually(async () => {
    const entries = numbers.flatMap((number) => [`Declared ${number}`, `Paid ${number}`]);
    expect(await diaryOf(system, ID)).toEqual(entries);
  });

/** The transactions that have written what there is of the second number. */
const TRANSACTIONS = `
  select distinct xmin from (
    select xmin from release.outbox where data like '%"number":2%'
    union all select xmin from payments.outbox where data like '%"number":2%'
    union all select xmin from payments.book union all select xmin from release.diary) as written`;

describeOn(POSTGRES, 'services of one process whose logs have begun new lives', (start) => {
  it('hear each other within a transaction as before', async () => {
    const system = await start();
    for (const service of ['release', 'payments']) await openEpoch(system.database.pool, service, []);
    const engine = await chain(system);
    await publish(system, [declared(ID, 1)]);
    await isPaid(system, 1);
    await publish(system, [declared(ID, 2)]);
    await isPaid(system, 1, 2);
    expect((await system.database.pool.query(TRANSACTIONS)).rows).toHaveLength(1);
    await engine.close();
  });

  it('go on without the one whose log is closed, and with it when that is open again', async () => {
    const before = await start();
    const { pool } = before.database;
    await pool.query(`update payments.epoch set database = 'the one before'`);
    const system = startedAgain(before);
    const engine = await chain(system);
    await publish(system, [declared(ID, 1)]);
    await eventually(async () => expect(await diaryOf(system, ID)).toEqual(['Declared 1']));
    expect(await system.history.read('payments', 0, 0, 10)).toEqual([]);
    await openEpoch(pool, 'payments', []);
    await isPaid(system, 1);
    await engine.close();
  });
});

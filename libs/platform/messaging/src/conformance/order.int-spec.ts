import { bucketOf } from '../bucket';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { caughtUp, diaryOf, listen } from './listening';
import { CONSUMER, declared, paid } from './office';

describeEngines('events about one declaration', ['memory', 'postgres', 'kafka'], (start) => {
  it('take effect in the order in which their owner published them, whatever comes between', async () => {
    const system = await start();
    const ids = ['KR-1', 'KR-2', 'KR-3', 'KR-4', 'KR-5'];
    const listening = await listen(system);
    for (const number of upTo(40)) {
      await system.stores.declarations.transact((transaction) =>
        transaction.append(ids.map((id) => declared(id, number))),
      );
    }
    await caughtUp(system);
    for (const id of ids)
      expect(await diaryOf(system, id)).toEqual(upTo(40).map((number) => `Declared ${number}`));
    await listening.close();
  });

  it('go on where positions grow by a digit, from 9 to 10 and from 99 to 100', async () => {
    const system = await start();
    const { declarations, release } = system.stores;
    const listening = await listen(system);
    for (const [first, last] of [
      [1, 9],
      [10, 10],
      [11, 99],
      [100, 120],
    ] as const) {
      const events = upTo(last - first + 1).map((offset) => declared('KR-1', first + offset - 1));
      await declarations.transact((transaction) => transaction.append(events));
      await caughtUp(system);
    }
    const lane = await release.lane({ consumer: CONSUMER, bucket: bucketOf('KR-1') });
    expect(lane.positions.declarations).toEqual({ epoch: 1, position: 120 });
    expect(await diaryOf(system, 'KR-1')).toEqual(upTo(120).map((number) => `Declared ${number}`));
    await listening.close();
  });

  it('have each their one effect when two owners speak at the same time', async () => {
    const system = await start();
    const { declarations, payments } = system.stores;
    const listening = await listen(system);
    await Promise.all(
      upTo(50).flatMap((number) => [
        declarations.transact((transaction) => transaction.append([declared('KR-1', number)])),
        payments.transact((transaction) => transaction.append([paid('KR-1', number)])),
      ]),
    );
    await caughtUp(system);
    const entries = await diaryOf(system, 'KR-1');
    expect(entries).toHaveLength(100);
    expect(new Set(entries).size).toBe(100);
    await listening.close();
  });
});

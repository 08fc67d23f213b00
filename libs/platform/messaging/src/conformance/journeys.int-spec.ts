import { bucketOf } from '../bucket';
import type { StoredEvent } from '../event';
import { chain, COMMON_BOOK, keepAlong, refusing, SHELF } from './chain.fixture';
import { upTo } from './chance';
import { describeEngines, describeOn } from './engines';
import { diaryOf, eventually, publish } from './listening';
import { declared, paid, UNREADABLE } from './office';
import { POSTGRES } from './postgres-platform';
import type { Service, System } from './system';

const IDS = upTo(12).map((number) => `KR-${number}`);

async function logOf({ history }: System, service: Service, id: string): Promise<readonly StoredEvent[]> {
  const events = await history.read(service, bucketOf(id), 0, 1_000);
  return events.filter(({ key }) => key === id);
}

const numbersOf = (events: readonly StoredEvent[]): readonly number[] =>
  events.map(({ data }) => (JSON.parse(data) as { number: number }).number);
const inOrder = (numbers: readonly number[]): readonly number[] =>
  [...numbers].sort((one, other) => one - other);

describeEngines('services of one process', ['memory', 'postgres'], (start) => {
  it('hear what the others say once each and in order', async () => {
    const system = await start();
    const engine = await chain(system);
    for (const number of upTo(5))
      await publish(
        system,
        IDS.map((id) => declared(id, number)),
      );
    for (const id of IDS) {
      await eventually(async () => expect(numbersOf(await logOf(system, 'payments', id))).toEqual(upTo(5)));
      await eventually(async () => expect(await diaryOf(system, id)).toHaveLength(10));
      const diary = await diaryOf(system, id);
      for (const type of ['Declared', 'Paid'])
        expect(diary.filter((entry) => entry.startsWith(type))).toEqual(upTo(5).map((n) => `${type} ${n}`));
    }
    await engine.close();
  });

  it('go on without the one who cannot: his event is a dead letter, the others have what they need', async () => {
    const system = await start();
    const engine = await chain(system, refusing('KR-3'));
    await publish(
      system,
      IDS.map((id) => declared(id, 1)),
    );
    for (const id of IDS.filter((each) => each !== 'KR-3'))
      await eventually(async () => expect(await diaryOf(system, id)).toEqual(['Declared 1', 'Paid 1']));
    await eventually(async () => {
      const letters = await system.stores.payments.letters(10);
      expect(letters.map(({ event, reason }) => [event.key, event.type, reason])).toEqual([
        ['KR-3', 'Written', 'Unprocessable: no such account'],
      ]);
    });
    expect(await diaryOf(system, 'KR-3')).toEqual(['Declared 1']);
    expect(await system.stores.release.letters(10)).toEqual([]);
    await engine.close();
  });

  it('say nothing twice when somebody else appends to their logs at the same time', async () => {
    const system = await start();
    const engine = await chain(system);
    const meanwhile = upTo(40).map((number) => `KR-${100 + number}`);
    await Promise.all([
      ...meanwhile.map((id) =>
        system.stores.payments.transact((transaction) => transaction.append([paid(id, 1)])),
      ),
      ...upTo(5).map((number) =>
        publish(
          system,
          IDS.map((id) => declared(id, number)),
        ),
      ),
    ]);
    for (const id of IDS)
      await eventually(async () =>
        expect(inOrder(numbersOf(await logOf(system, 'payments', id)))).toEqual(upTo(5)),
      );
    for (const id of meanwhile)
      await eventually(async () => expect(await diaryOf(system, id)).toEqual(['Paid 1']));
    await engine.close();
  });
});

describeEngines('who says nothing', ['memory', 'postgres'], (start) => {
  it('hears last and all at once, also what another came with, and writes its row once', async () => {
    const system = await start();
    const engine = await chain(system);
    await keepAlong(engine, system);
    await publish(
      system,
      IDS.map((id) => declared(id, 1)),
    );
    const files = async () =>
      system.stores.declarations.transact((transaction) => transaction.load(SHELF.name, IDS));
    await eventually(async () => expect([...(await files()).keys()].sort()).toEqual([...IDS].sort()));
    for (const { state } of (await files()).values())
      expect(state).toEqual({ entries: ['Declared 1', 'Written 1', 'Paid 1'], times: 1 });
    await engine.close();
  });
});

describeEngines('journeys that work on a row of all buckets', ['memory', 'postgres'], (start) => {
  it('lose nothing of what others write in it, though it is handed on before it is committed', async () => {
    const system = await start();
    const engine = await chain(system, undefined, COMMON_BOOK);
    for (const number of upTo(20))
      await publish(
        system,
        IDS.map((id) => declared(id, number)),
      );
    await eventually(async () => expect(await commonEntries(system)).toHaveLength(20 * IDS.length));
    for (const id of IDS) expect(numbersOf(await logOf(system, 'payments', id))).toEqual(upTo(20));
    await engine.close();
  });

  it('do again what rested on a row that somebody else has changed', async () => {
    const system = await start();
    const engine = await chain(system, undefined, COMMON_BOOK);
    const changeIt = async (): Promise<void> =>
      system.stores.payments.transact(async (transaction) => {
        const row = (await transaction.load(COMMON_BOOK.name, ['common'])).get('common');
        if (row) transaction.save(COMMON_BOOK.name, [{ key: 'common', ...row }]);
      });
    for (const number of upTo(20))
      await Promise.all([
        publish(
          system,
          IDS.map((id) => declared(id, number)),
        ),
        // Somebody who was slower has not changed it.
        changeIt().catch(() => undefined),
      ]);
    await eventually(async () => expect(await commonEntries(system)).toHaveLength(20 * IDS.length));
    for (const id of IDS) expect(numbersOf(await logOf(system, 'payments', id))).toEqual(upTo(20));
    await engine.close();
  });
});

async function commonEntries({ stores }: System): Promise<readonly string[]> {
  const rows = await stores.payments.transact((transaction) =>
    transaction.load(COMMON_BOOK.name, ['common']),
  );
  return (rows.get('common')?.state as { entries: readonly string[] } | undefined)?.entries ?? [];
}

describeOn(POSTGRES, 'services of one process that are free', (start) => {
  it('bring a declaration to its end in one transaction', async () => {
    const system = await start();
    const engine = await chain(system);
    await publish(system, [declared('KR-1', 1)]);
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Paid 1']));
    const { rows } = await system.database.pool.query<{ xmin: string }>(
      `select distinct xmin from (select xmin from release.outbox union all select xmin from payments.outbox
       union all select xmin from payments.book union all select xmin from release.diary) as written`,
    );
    expect(rows).toHaveLength(1);
    await engine.close();
  });

  it('do so though one of them cannot read what another came with and passes over', async () => {
    const system = await start();
    const engine = await chain(system);
    await keepAlong(engine, system);
    const noted = { ...declared('KR-1', UNREADABLE), type: 'Noted' };
    await publish(system, [noted, declared('KR-1', 1)]);
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Paid 1']));
    const { rows } = await system.database.pool.query<{ xmin: string }>(
      `select distinct xmin from (select xmin from release.outbox union all select xmin from payments.book) as written`,
    );
    expect(rows).toHaveLength(1);
    await engine.close();
  });

  it('leave a lane alone that somebody else has moved, and what it lacked it takes by itself', async () => {
    const system = await start();
    const engine = await chain(system);
    const bucket = bucketOf('KR-1');
    await system.database.pool.query(
      `update payments.lane set version = version + 1 where consumer = 'payments' and bucket = $1`,
      [bucket],
    );
    await publish(system, [declared('KR-1', 1)]);
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Paid 1']));
    expect(numbersOf(await logOf(system, 'release', 'KR-1'))).toEqual([1]);
    expect(numbersOf(await logOf(system, 'payments', 'KR-1'))).toEqual([1]);
    await engine.close();
  });
});

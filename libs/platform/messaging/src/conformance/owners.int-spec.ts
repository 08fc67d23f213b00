import { Batch } from '../batch';
import { bucketOf } from '../bucket';
import { failureOf } from '../lane/failure';
import type { Handler } from '../lane/handlers';
import { upTo } from './chance';
import { describeEngines } from './engines';
import { diaryOf, openLane, publish } from './listening';
import { declared, DIARY, paid, TYPES, writingDown } from './office';
import type { System } from './system';

/** As a door does it: again, until nobody has come between. */
async function command({ stores }: System, id: string, between: () => Promise<void>): Promise<void> {
  try {
    await stores.release.transact(async (transaction) => {
      const batch = new Batch(transaction, TYPES);
      await batch.load(DIARY, [id]);
      await between();
      batch.put(DIARY, id, { entries: [...(batch.state(DIARY, id)?.entries ?? []), 'Command'] });
      batch.flush();
    });
  } catch (error) {
    if (failureOf(error) !== 'conflict') throw error;
    await command({ stores } as System, id, () => Promise.resolve());
  }
}

describeEngines('two that believe the same bucket to be theirs', ['memory', 'postgres'], (start) => {
  it('bring each event of different sources about new declarations to its effect once', async () => {
    const system = await start();
    for (const round of upTo(15)) {
      const id = `KR-${round}`;
      const bucket = bucketOf(id);
      await publish(system, [declared(id, 1), declared(id, 2), paid(id, 1), paid(id, 2)]);
      const [one, other] = [await openLane(system, bucket), await openLane(system, bucket)];
      const [declarations, payments] = await Promise.all([
        system.history.read('declarations', bucket, one.position('declarations'), 10),
        system.history.read('payments', bucket, other.position('payments'), 10),
      ]);
      await Promise.all([one.take(declarations), other.take(payments)]);
      const third = await openLane(system, bucket);
      expect([third.position('declarations'), third.position('payments')]).toEqual([
        declarations.at(-1)!.position,
        payments.at(-1)!.position,
      ]);
      const entries = await diaryOf(system, id);
      expect([...entries].sort()).toEqual(['Declared 1', 'Declared 2', 'Paid 1', 'Paid 2']);
      expect(one.stopped ?? other.stopped).toBeUndefined();
    }
  });
});

describeEngines(
  'a command and a lane on a declaration that is new to both',
  ['memory', 'postgres'],
  (start) => {
    it('both take effect when the lane comes between the command’s look and its write', async () => {
      const system = await start();
      await publish(system, [declared('KR-1', 1)]);
      const lane = await openLane(system, bucketOf('KR-1'));
      const events = await system.history.read('declarations', bucketOf('KR-1'), 0, 10);
      await command(system, 'KR-1', () => lane.take(events));
      expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Command']);
    });

    it('both take effect when the command comes between the lane’s look and its write', async () => {
      const system = await start();
      await publish(system, [declared('KR-1', 1)]);
      let meanwhile = (): Promise<void> => command(system, 'KR-1', () => Promise.resolve());
      const handlers = writingDown(async () => {
        await meanwhile();
        meanwhile = () => Promise.resolve();
      });
      const lane = await openLane(system, bucketOf('KR-1'), handlers);
      await lane.take(await system.history.read('declarations', bucketOf('KR-1'), 0, 10));
      expect(await diaryOf(system, 'KR-1')).toEqual(['Command', 'Declared 1']);
    });
  },
);

describeEngines(
  'a lane and a command between two events of a declaration',
  ['memory', 'postgres'],
  (start) => {
    const events = (system: System) => system.history.read('declarations', bucketOf('KR-1'), 0, 10);

    it('write one upon the other', async () => {
      const system = await start();
      await publish(system, [declared('KR-1', 1), declared('KR-1', 2)]);
      const lane = await openLane(system, bucketOf('KR-1'));
      const [first, second] = await events(system);
      await lane.take([first!]);
      await command(system, 'KR-1', () => Promise.resolve());
      await lane.take([second!]);
      expect(await diaryOf(system, 'KR-1')).toEqual(['Declared 1', 'Command', 'Declared 2']);
    });

    it('agree on what is there, also where the lane writes nothing about it', async () => {
      const system = await start();
      await publish(system, [declared('KR-1', 1), declared('KR-1', 2)]);
      const seen: (readonly string[])[] = [];
      const looking: Handler = (received, batch) => {
        for (const { declarationId } of received) seen.push(batch.state(DIARY, declarationId)?.entries ?? []);
      };
      const { byType, tables } = writingDown();
      const onSecond: Handler = (received, batch) =>
        (received[0]!.position === 1 ? byType.get('Declared')! : looking)(received, batch);
      const lane = await openLane(system, bucketOf('KR-1'), {
        byType: new Map([['Declared', onSecond]]),
        tables,
      });
      const [first, second] = await events(system);
      await lane.take([first!]);
      await command(system, 'KR-1', () => Promise.resolve());
      await lane.take([second!]);
      expect(seen.at(-1)).toEqual(['Declared 1', 'Command']);
    });
  },
);

import type { Carrier } from '../kafka/carrier';
import { carriedOf } from '../kafka/carried';
import { openEpoch } from '../postgres/open-epoch';
import { Backup, startedAgain } from './backup.fixture';
import { describeOn } from './engines';
import { KAFKA } from './kafka-platform';
import { caughtUp, diaryOf, eventually, listen, SETTINGS } from './listening';
import { BUCKET, entries, forksIn, readerAt, say } from './set-back.fixture';

describeOn(KAFKA, 'a whole system that is set back to a backup while Kafka is not', (start) => {
  it('appends nothing until an epoch beyond all that Kafka has, and none of what Kafka has is taken', async () => {
    const system = await start();
    const carrier = system.carrier();
    const before = await listen(system);
    await say(system, 1, 10);
    await caughtUp(system);
    const backup = await Backup.of(system, 'declarations', 'payments', 'release');
    await say(system, 11, 20);
    await caughtUp(system);
    await eventually(async () => expect(await ends(carrier)).toEqual([[1, 20]]));
    await before.close();
    await backup.restore();
    const again = startedAgain(system);
    const engine = again.engine();
    await engine.publish(again.stores.declarations, SETTINGS);
    await expect(say(again, 11, 11)).rejects.toThrow(
      `topic declarations.1 has seen declarations.1/${BUCKET}/20, and the log ends at 10`,
    );
    await openEpoch(again.database.pool, 'declarations', await carriedOf(carrier, 'declarations', 1));
    await say(again, 11, 13, ' again');
    const listening = await listen(again, undefined, { engine });
    await readerAt(again, 2, 13);
    await eventually(async () =>
      expect(await ends(carrier)).toEqual([
        [1, 20],
        [2, 13],
      ]),
    );
    expect(await diaryOf(again, 'KR-1')).toEqual([...entries(1, 10), ...entries(11, 13, ' again')]);
    expect(await forksIn(again)).toEqual([]);
    await listening.close();
    await backup.restore();
    const carried = await carriedOf(carrier, 'declarations', 1);
    expect((await openEpoch(again.database.pool, 'declarations', carried)).epoch).toBe(3);
    await carrier.close();
  });
});

describeOn(KAFKA, 'relays that have gone further than the log that is restored under them', (start) => {
  it('carry what is said in its new life from the beginning', async () => {
    const system = await start();
    const carrier = system.carrier();
    const listening = await listen(system);
    await say(system, 1, 10);
    await caughtUp(system);
    const backup = await Backup.of(system, 'declarations');
    await say(system, 11, 20);
    await eventually(async () => expect(await ends(carrier)).toEqual([[1, 20]]));
    await backup.restore();
    await openEpoch(system.database.pool, 'declarations', await carriedOf(carrier, 'declarations', 1));
    await say(startedAgain(system), 11, 15, ' again');
    await eventually(async () =>
      expect(await ends(carrier)).toEqual([
        [1, 20],
        [2, 15],
      ]),
    );
    const carried = await carrier.lastRecords('declarations.2', 500);
    const values = carried.flatMap(({ records }) => records.map(({ value }) => value.toString()));
    // What an answer got lost for is sent again.
    const numbers = new Set(values.map((value) => (JSON.parse(value) as { number: number }).number));
    expect([...numbers]).toEqual([11, 12, 13, 14, 15]);
    await listening.close();
    await carrier.close();
  });
});

async function ends(carrier: Carrier): Promise<readonly number[][]> {
  const carried = await carriedOf(carrier, 'declarations', 1);
  return carried.map(({ epoch, position }) => [epoch, position]).sort(([one], [other]) => one! - other!);
}

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EventTooLarge } from '../errors';
import { EVENT_BYTES_MAX } from '../event';
import { toRecord } from '../kafka/cloud-event';
import { sleep } from '../lane/settings';
import { bucketOf } from '../bucket';
import { upTo } from './chance';
import { describeOn } from './engines';
import { KAFKA } from './kafka-platform';
import { caughtUp, diaryOf, eventually, listen, publish, SETTINGS } from './listening';
import { declared, writingDown } from './office';
import { Vandal } from './vandal.fixture';

const TOPIC = 'declarations.1';

describeOn(KAFKA, 'a topic that is not as it must be', (start) => {
  it.each([
    ['too few partitions', 4, {}, 'has 4 partitions, not 8'],
    ['too many partitions', 16, {}, 'has 16 partitions, not 8'],
    ['another policy', 8, { 'cleanup.policy': 'compact' }, 'has cleanup.policy compact'],
    ['too small messages', 8, { 'max.message.bytes': '1000000' }, 'must be at least'],
  ])('is refused at the start: %s', async (_name, partitions, settings, complaint) => {
    const system = await start();
    const vandal = await Vandal.at(system);
    await vandal.make(TOPIC, partitions, settings);
    await vandal.leave();
    const engine = system.engine();
    await expect(engine.publish(system.stores.declarations, SETTINGS)).rejects.toThrow(complaint);
    await engine.close();
  });

  it('does not acknowledge what is sent to a partition that it has not', async () => {
    const system = await start();
    const carrier = system.carrier();
    await carrier.ensureTopics([TOPIC]);
    await publish(system, [declared('KR-1', 1)]);
    const records = (await system.history.read('declarations', bucketOf('KR-1'), 0, 1)).map(toRecord);
    await expect(carrier.produce(TOPIC, [{ partition: 99, records }])).rejects.toThrow('has not taken');
    await carrier.close();
  });
});

describeOn(KAFKA, 'large events', (start) => {
  const noteFor = (bytes: number): string =>
    'x'.repeat(bytes - JSON.stringify(declared('KR-1', 1).data).length);

  it('are carried up to 2 MB, several in a row, and refused at the append beyond it', async () => {
    const system = await start();
    const listening = await listen(system, writingDown());
    const largest = declared('KR-1', 1, noteFor(EVENT_BYTES_MAX));
    await publish(system, [largest, largest, largest]);
    await publish(system, [declared('KR-1', 2)]);
    await expect(publish(system, [declared('KR-1', 3, noteFor(EVENT_BYTES_MAX + 1))])).rejects.toBeInstanceOf(
      EventTooLarge,
    );
    await caughtUp(system);
    const entries = await diaryOf(system, 'KR-1');
    expect(entries.map((entry) => entry.length > EVENT_BYTES_MAX - 100)).toEqual([true, true, true, false]);
    await listening.close();
  });
});

setFlagsFromString('--expose-gc');
const tidyUp = runInNewContext('gc') as () => void;

/** What is in memory and not to be tidied up. */
function heldBytes(): number {
  // The second time all buffers are gone that the first has found to be of no use.
  tidyUp();
  tidyUp();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How often memory is looked at: tidying up a process that has run a hundred specs takes a second. */
const LOOK_AT_EVERY = 240;

describeOn(KAFKA, 'a reader that is slow', (start) => {
  it('holds 100 MB at most while 120 MB wait for it, and loses nothing', async () => {
    const system = await start();
    const note = 'x'.repeat(100_000);
    const ids = upTo(20).map((number) => `KR-${number}`);
    const heard = new Map<string, number>();
    const held: number[] = [];
    let count = 0;
    const hear = (declarationId: string): void => {
      heard.set(declarationId, (heard.get(declarationId) ?? 0) + 1);
      count += 1;
      if (count % LOOK_AT_EVERY === 0) held.push(heldBytes());
    };
    const handlers = writingDown();
    const slowly = {
      ...handlers,
      byType: new Map([
        [
          'Declared',
          async (events: readonly { declarationId: string }[]): Promise<void> => {
            await sleep(5 * events.length);
            for (const { declarationId } of events) hear(declarationId);
          },
        ],
      ]),
      tables: [],
    };
    for (let round = 0; round < 60; round += 1) {
      await publish(
        system,
        ids.map((id) => declared(id, round, note)),
      );
    }
    const before = heldBytes();
    const listening = await listen(system, slowly);
    await caughtUp(system);
    await eventually(() => expect([...heard.values()]).toEqual(ids.map(() => 60)));
    expect(held).toHaveLength((60 * ids.length) / LOOK_AT_EVERY);
    expect(Math.max(...held) - before).toBeLessThan(100 * 1024 * 1024);
    await listening.close();
  }, 90_000);
});

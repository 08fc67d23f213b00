import { Bell } from '../engine/bell';
import type { Reader } from '../kafka/carrier';
import { KafkaEngine } from '../kafka/kafka-engine';
import { upTo } from './chance';
import { describeOn } from './engines';
import { KAFKA, type KafkaSystem } from './kafka-platform';
import { caughtUp, diaryOf, eventually, type Listening, listen, publish, SETTINGS } from './listening';
import { declared } from './office';
import { leavingOut, Vandal } from './vandal.fixture';

const TOPIC = 'declarations.1';
/** Longer than anybody waits here. */
const NO_LOOK_MS = 600_000;

const publishFrom = (system: KafkaSystem, first: number, last: number): Promise<void> =>
  publish(
    system,
    upTo(last - first + 1).map((offset) => declared('KR-1', first + offset - 1)),
  );

const expectAll = async (system: KafkaSystem, last: number): Promise<void> => {
  await caughtUp(system);
  expect(await diaryOf(system, 'KR-1')).toEqual(upTo(last).map((number) => `Declared ${number}`));
};

/** Fills the topic as far as it goes and leaves. */
async function relayed(system: KafkaSystem, vandal: Vandal, count: number): Promise<void> {
  const engine = system.engine();
  await engine.publish(system.stores.declarations, SETTINGS);
  await eventually(async () => expect(await vandal.recordsIn(TOPIC)).toBe(count));
  await engine.close();
}

describeOn(KAFKA, 'what Kafka loses', (start) => {
  let vandal: Vandal;
  let system: KafkaSystem;
  let listening: Listening | undefined;

  beforeEach(async () => {
    system = await start();
    vandal = await Vandal.at(system);
  });

  afterEach(async () => {
    await listening?.close();
    await vandal.leave();
  });

  it('is pulled from the outbox when its first records are deleted before a reader comes', async () => {
    await publishFrom(system, 1, 30);
    await relayed(system, vandal, 30);
    await vandal.deleteRecords(TOPIC);
    await publishFrom(system, 31, 35);
    listening = await listen(system);
    await expectAll(system, 35);
  });

  it('is pulled from the outbox when one is left out by a relay that says it was not', async () => {
    const carrier = leavingOut(system.carrier(), (value) => value.includes('"number":7,'));
    listening = await listen(system, undefined, { engine: system.engineWith(carrier) });
    await publishFrom(system, 1, 20);
    await expectAll(system, 20);
  });

  it('is pulled from the outbox though it was the last and left no gap', async () => {
    const carrier = leavingOut(system.carrier(), (value) => value.includes('"number":20,'));
    listening = await listen(system, undefined, { engine: system.engineWith(carrier) });
    await publishFrom(system, 1, 20);
    await expectAll(system, 20);
  });

  it('is everything, as long as it is away, and lanes go on with what the outboxes have', async () => {
    const nobody: Reader = { follow: () => undefined, close: () => Promise.resolve() };
    const carrier = { ...system.carrier(), consume: () => nobody };
    const { history, database } = system;
    const { connect } = database;
    const parts = { history, connect, bell: new Bell(), carrier, lookMs: NO_LOOK_MS };
    const engine = new KafkaEngine('losses', parts);
    listening = await listen(system, undefined, { engine });
    await publishFrom(system, 1, 20);
    await expectAll(system, 20);
  });

  it('is a whole topic, which is made again, and nothing is missing', async () => {
    listening = await listen(system);
    await publishFrom(system, 1, 10);
    await expectAll(system, 10);
    await vandal.deleteTopic(TOPIC);
    await publishFrom(system, 11, 20);
    await expectAll(system, 20);
    await publishFrom(system, 21, 25);
    await expectAll(system, 25);
    await vandal.leave();
    vandal = await Vandal.at(system);
    await eventually(async () => expect(await vandal.recordsIn(TOPIC)).toBeGreaterThanOrEqual(5));
  });

  it('is long gone when a new consumer comes, while more goes on being published', async () => {
    await publishFrom(system, 1, 500);
    await relayed(system, vandal, 500);
    await vandal.deleteRecords(TOPIC);
    const publishing = (async (): Promise<void> => {
      for (const number of upTo(200)) await publishFrom(system, 500 + number, 500 + number);
    })();
    listening = await listen(system);
    await publishing;
    await expectAll(system, 700);
  });
});

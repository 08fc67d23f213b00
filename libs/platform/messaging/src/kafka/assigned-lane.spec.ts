import { upTo } from '../conformance/chance';
import { CONSUMER, declared } from '../conformance/office';
import { diaryOf, eventually, openLane, publish, SETTINGS } from '../conformance/listening';
import { MEMORY } from '../conformance/memory-platform';
import type { System } from '../conformance/system';
import { bucketOf } from '../bucket';
import type { Lane } from '../lane/lane';
import { sleep } from '../lane/settings';
import { AssignedLane, PIECE_EVENTS } from './assigned-lane';

const BUCKET = bucketOf('KR-1');

const entries = (count: number): string[] => upTo(count).map((number) => `Declared ${number}`);

function assignedLane(
  system: System,
  open = () => openLane(system, BUCKET),
  settings = SETTINGS,
): AssignedLane {
  const lacking = (lane: Lane) =>
    system.history.read('declarations', BUCKET, lane.position('declarations'), PIECE_EVENTS);
  return new AssignedLane({ open, lacking, settings, onFailure: () => undefined });
}

const publishUpTo = (system: System, first: number, last: number): Promise<void> =>
  publish(
    system,
    upTo(last)
      .filter((number) => number >= first)
      .map((number) => declared('KR-1', number)),
  );

describe('the lane of a bucket that was assigned', () => {
  it('begins with what the outbox has, then takes what is delivered', async () => {
    const system = await MEMORY.start();
    await publishUpTo(system, 1, 450);
    const assigned = assignedLane(system);
    await assigned.want(true);
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(entries(450)));
    await publishUpTo(system, 451, 452);
    assigned.put(await system.history.read('declarations', BUCKET, 450, 10));
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(entries(452)));
    await assigned.want(false);
  });

  it('looks into the outbox again when something may never be delivered', async () => {
    const system = await MEMORY.start();
    const assigned = assignedLane(system);
    await assigned.want(true);
    await publishUpTo(system, 1, 450);
    assigned.catchUp();
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(entries(450)));
    await assigned.want(false);
  });

  it('is tried to be opened until it can be, or nobody wants it any more', async () => {
    const system = await MEMORY.start();
    let failures = 3;
    const open = () => (failures-- > 0 ? Promise.reject(new Error('no database')) : openLane(system, BUCKET));
    const assigned = assignedLane(system, open);
    await assigned.want(true);
    expect(assigned.lane?.name).toMatchObject({ consumer: CONSUMER, bucket: BUCKET });
    await assigned.want(false);
    expect(assigned.lane).toBeUndefined();
  });

  it('has room for no more than it can hold', async () => {
    const system = await MEMORY.start();
    const never = () => new Promise<Lane>(() => undefined);
    const assigned = assignedLane(system, never);
    void assigned.want(true);
    expect(assigned.hasRoom).toBe(true);
    await publishUpTo(system, 1, 1_000);
    assigned.put(await system.history.read('declarations', BUCKET, 0, 1_000));
    expect(assigned.hasRoom).toBe(false);
  });

  it('says when there is room again', async () => {
    const system = await MEMORY.start();
    await publishUpTo(system, 1, 1_000);
    const assigned = assignedLane(system);
    assigned.put(await system.history.read('declarations', BUCKET, 0, 1_000));
    const hasRoom = new Promise<void>((resolve) => assigned.whenRoom(resolve));
    await assigned.want(true);
    await hasRoom;
    expect(assigned.hasRoom).toBe(true);
    await assigned.want(false);
  });

  it('waits for the beat with what it has, but not when it has no room for more', async () => {
    const system = await MEMORY.start();
    const patient = { ...SETTINGS, gathering: { ms: 3_600_000, atOnce: [] } };
    const assigned = assignedLane(system, undefined, patient);
    await assigned.want(true);
    await publishUpTo(system, 1, 1_000);
    const events = await system.history.read('declarations', BUCKET, 0, 1_000);
    assigned.put(events.slice(0, 999));
    await sleep(50);
    expect(await diaryOf(system, 'KR-1')).toEqual([]);
    assigned.put(events.slice(999));
    await eventually(async () => expect(await diaryOf(system, 'KR-1')).toEqual(entries(1_000)));
    await assigned.want(false);
  });
});

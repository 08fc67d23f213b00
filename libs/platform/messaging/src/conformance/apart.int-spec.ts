import { bucketOf } from '../bucket';
import { Unreachable } from '../errors';
import { HttpHistory } from '../http/http-history';
import { upTo } from './chance';
import { Door } from './door.fixture';
import { describeOn } from './engines';
import { diaryOf, openLane, publish, SETTINGS } from './listening';
import { declared, paid } from './office';
import { POSTGRES, type PostgresSystem } from './postgres-platform';

const BUCKET = bucketOf('KR-1');
const COUNT = 450;
const all = upTo(COUNT).map((number) => `Declared ${number}`);

describeOn(POSTGRES, 'an owner that has a database of its own', (start) => {
  let owner: PostgresSystem;
  let reader: PostgresSystem;
  let door: Door;

  beforeEach(async () => {
    owner = await start();
    door = await Door.to(owner.history);
    const here = await start();
    reader = { ...here, history: new HttpHistory(door.logs, here.history) };
    await publish(
      owner,
      upTo(COUNT).map((number) => declared('KR-1', number)),
    );
  });
  afterEach(() => door.close());

  /** As if a carrier had brought nothing else. */
  const lastOnes = () => owner.history.read('declarations', BUCKET, COUNT - 10, COUNT);

  it('is asked for what a lane lacks, page by page, until it meets the stream again', async () => {
    const lane = await openLane(reader, BUCKET, undefined, { ...SETTINGS, eventsMax: 200 });
    await lane.take(await lastOnes());
    expect(await diaryOf(reader, 'KR-1')).toEqual(all);
    expect([lane.counts.gaps, door.pages.length]).toEqual([1, 3]);
  });

  it('is asked for its own log alone: those of others are here', async () => {
    await publish(reader, [paid('KR-1', 1), paid('KR-1', 2)]);
    const from = new Map([
      ['declarations', COUNT - 1],
      ['payments', 0],
    ]);
    const read = await reader.history.readEach(from, BUCKET, 10);
    expect(read.map(({ source, position }) => [source, position])).toEqual([
      ['declarations', COUNT],
      ['payments', 1],
      ['payments', 2],
    ]);
    const heads = await reader.history.heads(['declarations', 'payments']);
    expect([...heads].map(([source, buckets]) => [source, buckets[BUCKET]])).toEqual([
      ['declarations', COUNT],
      ['payments', 2],
    ]);
  });

  it('is waited for while its door is shut, and nothing is passed over', async () => {
    const lane = await openLane(reader, BUCKET);
    door.isShut = true;
    await expect(lane.take(await lastOnes())).rejects.toBeInstanceOf(Unreachable);
    expect([lane.stopped, await diaryOf(reader, 'KR-1')]).toEqual([undefined, []]);
    door.isShut = false;
    await lane.take(await lastOnes());
    expect(await diaryOf(reader, 'KR-1')).toEqual(all);
  });

  it('says why it cannot give its events', async () => {
    door.fault = 'archived events cannot be read from 0.jsonl.gz';
    const lane = await openLane(reader, BUCKET);
    await expect(lane.take(await lastOnes())).rejects.toThrow(`answers 503: ${door.fault}`);
  });

  it('stops the lane when it has not got either what is missing', async () => {
    const [last] = await owner.history.read('declarations', BUCKET, COUNT - 1, 1);
    const lane = await openLane(reader, BUCKET);
    await lane.take([{ ...last!, position: COUNT + 5 }]);
    expect(lane.stopped).toBe(`declarations/${BUCKET} lacks position ${COUNT + 1}`);
    expect(await diaryOf(reader, 'KR-1')).toEqual(all);
  });
});

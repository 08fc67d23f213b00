import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../archive/manifest';
import { verifyFile } from '../archive/verify-file';
import { bucketOf } from '../bucket';
import { ArchiveUnreadable } from '../errors';
import { HttpHistory } from '../http/http-history';
import { ArchivedSystem } from './archive.fixture';
import { upTo } from './chance';
import { Door } from './door.fixture';
import { describeOn } from './engines';
import { caughtUp, diaryOf, listen, openLane } from './listening';
import { IDS } from './load.fixture';
import { postgresSystem, POSTGRES } from './postgres-platform';

const [ID = ''] = IDS;
const BUCKET = bucketOf(ID);

describeOn(POSTGRES, 'the archive', (start) => {
  let house: ArchivedSystem;

  beforeEach(async () => {
    house = await ArchivedSystem.on(await start());
  });
  afterEach(() => rmSync(house.folder, { recursive: true }));

  const manifestOf = (part: number): Manifest =>
    JSON.parse(readFileSync(join(house.folder, `declarations/${part}.json`), 'utf8')) as Manifest;

  it('is where a new consumer begins, who ends in the live log with nothing missing or twice', async () => {
    await house.publish(120);
    expect(await house.states()).toEqual(['0 gone', '1 gone']);
    const listening = await listen(house.system);
    for (const rounds of [1, 2, 3, 4, 5]) await house.publish(rounds);
    await caughtUp(house.system);
    await listening.close();
    await house.expectAll();
  });

  it('gives what comes after a position, and no more than was asked for', async () => {
    await house.publish(60);
    await house.archive();
    const positions = async (after: number, limit: number): Promise<readonly number[]> =>
      (await house.system.history.read('declarations', BUCKET, after, limit)).map(({ position }) => position);
    expect(await positions(50, 3)).toEqual([51, 52, 53]);
    expect(await positions(97, 10)).toEqual([98, 99]);
    expect(await positions(99, 2)).toEqual([100, 101]);
  });

  it('is read over the door of an owner with a database of its own', async () => {
    await house.publish(120);
    await house.archive();
    const door = await Door.to(house.system.history);
    const elsewhere = await start();
    const reader = { ...elsewhere, history: new HttpHistory(door.logs, elsewhere.history) };
    try {
      const lane = await openLane(reader, BUCKET);
      await lane.take(await house.system.history.read('declarations', BUCKET, 239, 1));
      expect(await diaryOf(reader, ID)).toEqual(upTo(120).map((number) => `Declared ${number}`));
    } finally {
      door.close();
    }
  });

  it('is not believed with one byte that is another', async () => {
    await house.publish(60);
    await house.archive();
    const file = join(house.folder, 'declarations/0.jsonl.gz');
    const bytes = readFileSync(file);
    const { offset } = manifestOf(0).blocks.find(({ bucket }) => bucket === BUCKET)!;
    const flipped = Buffer.from(bytes);
    flipped[offset + 40]! ^= 1;
    writeFileSync(file, flipped);
    await expect(verifyFile(file, manifestOf(0))).rejects.toThrow(`${file} is not as it was written`);
    const lane = await openLane(house.system, BUCKET);
    const last = await house.system.history.read('declarations', BUCKET, 119, 1);
    await expect(lane.take(last)).rejects.toBeInstanceOf(ArchiveUnreadable);
    expect([lane.stopped, await diaryOf(house.system, ID)]).toEqual([undefined, []]);
    writeFileSync(file, bytes);
    await lane.take(last);
    expect((await diaryOf(house.system, ID)).length).toBe(60);
  });

  it.each(['0.jsonl.gz', '0.json'])('that lacks %s is waited for, by name', async (name) => {
    await house.publish(60);
    await house.archive();
    const file = join(house.folder, 'declarations', name);
    rmSync(file);
    await expect(house.system.history.read('declarations', BUCKET, 0, 10)).rejects.toThrow(file);
  });

  it('is asked for by whoever was told of no folder', async () => {
    await house.publish(60);
    await house.archive();
    const { history } = postgresSystem(house.system.database);
    await expect(history.read('declarations', BUCKET, 0, 10)).rejects.toThrow(
      'partition 0 of declarations is archived, and TONGGWAN_ARCHIVE is not set here',
    );
  });
});

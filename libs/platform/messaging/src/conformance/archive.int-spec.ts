import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyFile } from '../archive/verify-file';
import type { Manifest } from '../archive/manifest';
import { writeFileOf } from '../archive/write-file';
import { ALL_BUCKETS, bucketOf } from '../bucket';
import { ArchiveUnreadable } from '../errors';
import { HttpHistory } from '../http/http-history';
import { PostgresHistory } from '../postgres/postgres-history';
import { ArchivedSystem } from './archive.fixture';
import { upTo } from './chance';
import { Door } from './door.fixture';
import { describeOn } from './engines';
import { caughtUp, diaryOf, listen, openLane } from './listening';
import { IDS } from './load.fixture';
import { postgresSystem, POSTGRES } from './postgres-platform';

const [ID = ''] = IDS;
const BUCKET = bucketOf(ID);
const FIRST = { service: 'declarations', part: 0, first: 0, beyond: 100 };

describeOn(POSTGRES, 'the archive', (start) => {
  let house: ArchivedSystem;

  beforeEach(async () => {
    house = await ArchivedSystem.on(await start());
  });
  afterEach(() => rmSync(house.folder, { recursive: true }));

  const states = async (): Promise<readonly string[]> =>
    (await house.archive()).map(({ partition, written }) => `${partition.part} ${written ? 'gone' : 'held'}`);

  const manifestOf = (part: number): Manifest =>
    JSON.parse(readFileSync(join(house.folder, `declarations/${part}.json`), 'utf8')) as Manifest;

  const hear = async (): Promise<void> => {
    const listening = await listen(house.system);
    await caughtUp(house.system);
    await listening.close();
  };

  it('takes what is whole and read by everybody, and leaves what a stopped reader has not', async () => {
    await house.publish(60);
    await hear();
    await house.publish(60);
    const [gone, held, ...others] = await house.archive();
    expect(gone!.written!.manifest).toMatchObject({ ...FIRST, events: 99 * ALL_BUCKETS.length });
    expect(held!.holders).toEqual(
      ALL_BUCKETS.map((bucket) => ({ consumer: 'release', bucket, position: 120 })),
    );
    expect([others, await house.tables()]).toEqual([[], ['1', '2']]);
    await hear();
    expect(await states()).toEqual(['1 gone']);
    await house.expectAll();
  });

  it('waits for one lane of eight that has heard nothing yet', async () => {
    await house.publish(60);
    const lane = await openLane(house.system, BUCKET);
    await lane.take(await house.system.history.read('declarations', BUCKET, 0, 120));
    expect(await states()).toEqual(['0 held']);
    const [{ holders } = { holders: [] }] = await house.archive();
    expect(holders.map(({ bucket }) => bucket)).toEqual(ALL_BUCKETS.filter((bucket) => bucket !== BUCKET));
  });

  it('waits for a relay that has not been acknowledged', async () => {
    await house.publish(60);
    const { pool } = house.system.database;
    await pool.query('update declarations.mark set position = case when bucket = 3 then 98 else 120 end');
    expect((await house.archive()).map(({ holders }) => holders)).toEqual([
      [{ consumer: 'relay', bucket: 3, position: 98 }],
    ]);
    await pool.query('update declarations.mark set position = 99 where bucket = 3');
    expect(await states()).toEqual(['0 gone']);
  });

  it('leaves a partition in which one bucket is not full', async () => {
    await house.publish(49);
    expect(await states()).toEqual([]);
    await house.publish(1);
    expect(await states()).toEqual(['0 gone']);
  });

  it('is where a new consumer begins, who ends in the live log with nothing missing or twice', async () => {
    await house.publish(120);
    expect(await states()).toEqual(['0 gone', '1 gone']);
    const listening = await listen(house.system);
    for (const _ of upTo(10)) await house.publish(2);
    await caughtUp(house.system);
    await listening.close();
    await house.expectAll();
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

  it('is made good after an end between the file and the database, or within the file', async () => {
    await house.publish(60);
    const outbox = new PostgresHistory(house.system.database.pool);
    await writeFileOf(house.folder, FIRST, outbox);
    writeFileSync(join(house.folder, 'declarations/0.jsonl.gz.unfinished'), 'half a file');
    expect(await house.tables()).toEqual(['0', '1', '2']);
    expect(await states()).toEqual(['0 gone']);
    await hear();
    await house.expectAll();
  });

  it('is not written over by a log that was set back and says something else', async () => {
    await house.publish(60);
    const { pool } = house.system.database;
    await writeFileOf(house.folder, FIRST, new PostgresHistory(pool));
    await pool.query(`update declarations.outbox set data = replace(data, '"number":7,', '"number":8,')`);
    await expect(house.archive()).rejects.toThrow('the log was set back');
    expect(await house.tables()).toEqual(['0', '1', '2']);
  });

  it('is never made a part of the database again', async () => {
    await house.publish(60);
    await house.archive();
    await house.system.database.pool.query('select declarations.extend_outbox()');
    expect(await house.tables()).toEqual(['1', '2']);
  });

  it('is filled by one at a time', async () => {
    await house.publish(60);
    const [one, other] = await Promise.allSettled([house.archive(), house.archive()]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
  });
});

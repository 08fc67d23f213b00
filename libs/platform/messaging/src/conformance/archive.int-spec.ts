import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileOf } from '../archive/write-file';
import { ALL_BUCKETS, bucketOf } from '../bucket';
import { PostgresHistory } from '../postgres/postgres-history';
import { ArchivedSystem } from './archive.fixture';
import { describeOn } from './engines';
import { openLane, publish } from './listening';
import { IDS } from './load.fixture';
import { declared } from './office';
import { POSTGRES } from './postgres-platform';

const BUCKET = bucketOf(IDS[0]!);
const FIRST = { service: 'declarations', part: 0, first: 0, beyond: 100 };

describeOn(POSTGRES, 'what is archived', (start) => {
  let house: ArchivedSystem;

  beforeEach(async () => {
    house = await ArchivedSystem.on(await start());
  });
  afterEach(() => rmSync(house.folder, { recursive: true }));

  it('takes what is whole and read by everybody, and leaves what a stopped reader has not', async () => {
    await house.publish(60);
    await house.hear();
    await house.publish(60);
    const [gone, held, ...others] = await house.archive();
    expect(gone!.written!.manifest).toMatchObject({ ...FIRST, events: 99 * ALL_BUCKETS.length });
    expect(held!.holders).toEqual(
      ALL_BUCKETS.map((bucket) => ({ consumer: 'release', bucket, position: 120 })),
    );
    expect([others, await house.tables()]).toEqual([[], ['1', '2']]);
    await house.hear();
    expect(await house.states()).toEqual(['1 gone']);
    await house.expectAll();
  });

  it('waits for one lane of eight that has heard nothing yet', async () => {
    await house.publish(60);
    const lane = await openLane(house.system, BUCKET);
    await lane.take(await house.system.history.read('declarations', BUCKET, 0, 120));
    expect(await house.states()).toEqual(['0 held']);
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
    expect(await house.states()).toEqual(['0 gone']);
  });

  it('leaves a partition in which one bucket is not full', async () => {
    await house.publish(49);
    const [late, early] = [
      IDS.filter((id) => bucketOf(id) === BUCKET),
      IDS.filter((id) => bucketOf(id) !== BUCKET),
    ];
    const say = (ids: readonly string[]): Promise<void> =>
      publish(
        house.system,
        ids.map((id) => declared(id, 50)),
      );
    await say(early);
    expect(await house.states()).toEqual([]);
    await say(late);
    expect(await house.states()).toEqual(['0 gone']);
  });

  it('is made good after an end between the file and the database, or within the file', async () => {
    await house.publish(60);
    const outbox = new PostgresHistory(house.system.database.pool);
    await writeFileOf(house.folder, FIRST, outbox);
    writeFileSync(join(house.folder, 'declarations/0.jsonl.gz.unfinished'), 'half a file');
    expect(await house.tables()).toEqual(['0', '1', '2']);
    expect(await house.states()).toEqual(['0 gone']);
    await house.hear();
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

  it('waits for somebody who looks into the outbox, and lets others go on', async () => {
    await house.publish(60);
    const reader = await house.system.database.connect();
    await reader.query('begin; select count(*) from declarations.outbox');
    const archiving = house.states();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await house.publish(1);
    await reader.query('commit');
    expect(await archiving).toEqual(['0 gone']);
    await reader.end();
  });

  it('is filled by one at a time', async () => {
    await house.publish(60);
    const [one, other] = await Promise.allSettled([house.archive(), house.archive()]);
    const refusals = [one, other].flatMap((each) =>
      each.status === 'rejected' ? [String(each.reason)] : [],
    );
    expect(refusals).toEqual(['Error: somebody else archives this database at the moment']);
  });
});

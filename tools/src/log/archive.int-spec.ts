import { ALL_BUCKETS, bucketOf, PostgresStore } from '@tonggwan/messaging';
import { payments } from '@tonggwan/payments';
import { provision } from '@tonggwan/service-host';
import { testDatabase } from '@tonggwan/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { archiveAll, type ArchiveLine, isOverdue } from './archive';
import { servicesIn } from './services';
import { verifyArchive } from './verify';

/** A partition of three positions in each bucket, and one for the rest. */
const SMALL = `
  drop table payments.outbox_0, payments.outbox_1;
  create table payments.outbox_0 partition of payments.outbox for values from (0) to (4);
  create table payments.outbox_1 partition of payments.outbox for values from (4) to (1000000)`;

/** One in each bucket. */
const IDS = ALL_BUCKETS.map((bucket) => {
  for (let number = 0; ; number += 1) if (bucketOf(`KR-${number}`) === bucket) return `KR-${number}`;
});

describe('the archive of a running system', () => {
  let pool: Pool;
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-archive-'));
  const archive = (): Promise<readonly ArchiveLine[]> =>
    archiveAll(pool, { folder, readers: [], onEvents: () => undefined });
  const faults = async (): Promise<readonly (string | undefined)[]> => {
    const found = [];
    for await (const { fault } of verifyArchive(pool, await servicesIn(pool), folder)) found.push(fault);
    return found;
  };
  const comeTo = (position: number): Promise<unknown> =>
    pool.query('update payments.lane set positions = $1', [{ payments: { epoch: 1, position } }]);

  beforeAll(async () => {
    const url = await testDatabase();
    await provision(url, [payments], () => 'test');
    pool = new Pool({ connectionString: url, max: 2 });
    await pool.query(SMALL);
    const store = new PostgresStore('payments', 'payments', pool);
    for (const type of ['One', 'Two', 'Three'])
      await store.transact((transaction) =>
        transaction.append(IDS.map((declarationId) => ({ type, data: { declarationId } }))),
      );
  });

  afterAll(async () => {
    await pool.end();
    rmSync(folder, { recursive: true });
  });

  it('names who holds a partition back, and for too long', async () => {
    await comeTo(2);
    const lines = await archive();
    expect(lines).toMatchObject([{ service: 'payments', positions: '1-3', state: 'held' }]);
    expect(lines[0]!.heldBy).toEqual(ALL_BUCKETS.map((bucket) => `payments bucket ${bucket} at 2`));
    expect([isOverdue(lines, 24), isOverdue(lines, 0)]).toEqual([false, true]);
  });

  it('takes what nobody holds back, and is overdue with nothing then', async () => {
    await comeTo(3);
    const lines = await archive();
    expect(lines).toMatchObject([{ state: 'archived', events: 24, heldBy: [] }]);
    expect([isOverdue(lines, 0), await archive()]).toEqual([false, []]);
  });

  it('is verified to the last byte, and a changed one is named', async () => {
    expect(await faults()).toEqual([undefined]);
    const file = join(folder, 'payments/0.jsonl.gz');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
    expect(await faults()).toEqual([`${file} is not as it was written`]);
  });
});

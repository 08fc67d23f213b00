import { bucketOf, PostgresHistory, PostgresStore } from '@tonggwan/messaging';
import { payments } from '@tonggwan/payments';
import { provision } from '@tonggwan/service-host';
import { testDatabase } from '@tonggwan/testing';
import { Pool } from 'pg';
import { listLetters, replayLetter, showLetter } from '../dead-letters/letters';
import { linesOf, openEpochOf } from './epoch';
import { follow } from './follow';
import { forksIn } from './forks';
import { laneProgress } from './lanes';
import { servicesIn } from './services';

const ID = '01890a5d-ac96-774b-bcce-b30209900001';
const BUCKET = bucketOf(ID);

describe('the log of a running system', () => {
  let pool: Pool;
  let store: PostgresStore;
  const append = (type: string): Promise<void> =>
    store.transact((transaction) => transaction.append([{ type, data: { declarationId: ID } }]));

  beforeAll(async () => {
    const url = await testDatabase();
    await provision(url, [payments], () => 'test');
    pool = new Pool({ connectionString: url });
    store = new PostgresStore('payments', 'payments', pool);
  });

  afterAll(() => pool.end());

  it('names the services that have one', async () => expect(await servicesIn(pool)).toEqual(['payments']));

  it('is followed from now on, an event as it comes', async () => {
    await append('Earlier');
    const enough = new AbortController();
    const events = follow(new PostgresHistory(pool), ['payments'], enough.signal);
    const first = events.next();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await append('Later');
    expect((await first).value).toMatchObject({ type: 'Later', key: ID, bucket: BUCKET, position: 2 });
    enough.abort();
    expect((await events.next()).done).toBe(true);
  });

  it('shows each lane beside the head of its owner, and what waits for it', async () => {
    const lane = await store.lane({ consumer: 'payments', bucket: BUCKET });
    const positions = { payments: { epoch: 1, position: 1 } };
    await store.transact((transaction) =>
      transaction.moveLanes('payments', [{ ...lane, change: { positions } }]),
    );
    expect(await laneProgress(pool, ['payments'])).toEqual([
      { consumer: 'payments', source: 'payments', bucket: BUCKET, position: 1, head: 2, mark: 0, lag: 1 },
    ]);
  });

  it('lists a dead letter, shows it and has it replayed', async () => {
    const [event] = await new PostgresHistory(pool).read('payments', BUCKET, 0, 1);
    const letter = { event: event!, reason: 'no such account', parked: false };
    await store.transact((transaction) => transaction.bury('payments', [letter]));
    const listed = await listLetters(pool);
    expect(listed).toMatchObject([{ declarationId: ID, type: 'Earlier', reason: 'no such account' }]);
    const [{ id } = { id: '' }] = listed;
    expect(await showLetter(pool, id)).toMatchObject({ event: { data: `{"declarationId":"${ID}"}` } });
    expect(await replayLetter(pool, id)).toBe(true);
    expect(await store.requestedReplays({ consumer: 'payments', bucket: BUCKET })).toEqual([ID]);
  });

  it('goes on in a new epoch beyond what was seen of it, and in none while nobody has seen more', async () => {
    const asked = { service: 'payments', brokers: [], anyway: false };
    await expect(openEpochOf(pool, asked)).rejects.toThrow('nothing says that the log of payments');
    const positions = { payments: { epoch: 1, position: 7 } };
    await pool.query(`update payments.lane set positions = $1 where bucket = $2`, [positions, BUCKET]);
    await store.guard.look();
    await expect(append('Refused')).rejects.toThrow(`payments has seen payments.1/${BUCKET}/7`);
    const opened = await openEpochOf(pool, asked);
    expect(opened).toMatchObject({ epoch: 2, ahead: [{ by: 'payments', position: 7, head: 2 }] });
    expect(linesOf(opened)[BUCKET]).toEqual([String(BUCKET), '3', 'payments to 7 of epoch 1']);
    await append('Taken');
    expect((await openEpochOf(pool, { ...asked, anyway: true })).epoch).toBe(3);
  });

  it('lists what was seen of logs that have gone back in time', async () => {
    const fork = { source: 'gateway', epoch: 1, bucket: 2, first: 11, last: 20 };
    await store.transact((transaction) => transaction.noteForks('payments', [fork]));
    expect(await forksIn(pool, ['payments'])).toEqual([
      { ...fork, consumer: 'payments', foundAt: expect.any(String) as string },
    ]);
  });

  it.each(['payments/999', 'payments', 'nobody/1', 'payments/1/2', "payments/1'"])(
    'has no dead letter %s',
    async (id) => {
      expect(await showLetter(pool, id)).toBeUndefined();
      expect(await replayLetter(pool, id)).toBe(false);
    },
  );
});

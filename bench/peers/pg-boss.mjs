import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { servePeer } from '../dist/peer/serve-peer.js';

/** How long a worker rests that has found nothing. */
const REST_MS = 20;

/**
 * A queue for each step. A worker fetches a batch (job by job: of one), then writes its rows, sends the next queue's jobs and
 * completes its own in one transaction, through the `db` option. The first queue's jobs bring the declaration with them.
 */
servePeer(pg.Client, async ({ adminUrl, steps, sentence, finished, settings }) => {
  const batchSize = Number(settings.batchSize);
  const workers = Number(settings.workers);
  const connections = { connectionString: adminUrl, max: workers * steps.length };
  const boss = new PgBoss(connections);
  boss.on('error', (error) => console.error(error));
  await boss.start();
  for (const step of steps) await boss.createQueue(step);

  const pool = new pg.Pool(connections);
  const clear = async (client, step, next, jobs) => {
    const db = { executeSql: (text, values) => client.query(text, values) };
    const copies = jobs.map(({ data }) => data.copy);
    const further = copies.map((copy) => ({ data: { copy } }));
    await client.query('begin');
    await client.query(sentence(step, copies));
    if (next) await boss.insert(next, further, { db });
    await boss.complete(step, jobs, null, { db });
    await client.query('commit');
    if (!next) finished(jobs.length);
  };

  let isOver = false;
  const work = async (step, next) => {
    const client = await pool.connect();
    while (!isOver) {
      const jobs = await boss.fetch(step, { batchSize });
      if (jobs.length > 0) await clear(client, step, next, jobs);
      else await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
    client.release();
  };
  const working = steps.flatMap((step, place) =>
    Array.from({ length: workers }, () => work(step, steps[place + 1])),
  );
  const first = (orders) => orders.map((data) => ({ data }));
  return {
    take: (orders) => boss.insert(steps[0], first(orders)),
    close: async () => {
      isOver = true;
      await Promise.all(working);
      await boss.stop();
      await pool.end();
    },
  };
});

import { withDatabase } from '@tonggwan/clearance';
import { sleep } from '@tonggwan/messaging';
import { type Scenario, split } from '../scenario';
import { again } from './again';

const TERMINATED_EVERY_MS = 4_000;
const GONE_SHARE = 0.25;
const LOCKED_MS = 8_000;

export const postgresRestarted: Scenario = {
  name: 'postgres-restarted',
  does: 'kills every process of PostgreSQL with kill -9 and lets it recover after a quarter of the time',
  mayBreak: true,
  open: split(async ({ site, seconds }) => {
    const { postmaster, others } = await processes(await site.databaseUrl());
    // One process that dies takes all others with it, and the postmaster begins anew, but not while it is stopped.
    process.kill(postmaster, 'SIGSTOP');
    try {
      others.forEach((pid) => process.kill(pid, 'SIGKILL'));
      await sleep(1_000 * seconds * GONE_SHARE);
    } finally {
      process.kill(postmaster, 'SIGCONT');
    }
    await site.ready();
    await sleep(1_000 * seconds * (1 - GONE_SHARE));
  }),
};

export const backendsTerminated: Scenario = {
  name: 'backends-terminated',
  does: 'cuts every connection to PostgreSQL with pg_terminate_backend every four seconds',
  mayBreak: true,
  open: split(async ({ site, seconds }) => {
    const url = await site.databaseUrl();
    await again(seconds, TERMINATED_EVERY_MS, () =>
      withDatabase(url, async (client) => {
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where backend_type = 'client backend' and pid <> pg_backend_pid()`,
        );
      }),
    );
  }),
};

export const poolExhausted: Scenario = {
  name: 'pool-exhausted',
  does: 'leaves a transaction open for eight seconds, twice, that holds the counters of all logs: every pool waits for it',
  mayBreak: true,
  open: split(async ({ site, seconds }) => {
    const url = await site.databaseUrl();
    await again(seconds, 1_000 * (seconds / 2), () =>
      withDatabase(url, async (client) => {
        await client.query('begin');
        for (const { schema } of await logs(url))
          await client.query(`select from ${schema}.bucket order by bucket for update`);
        await sleep(Math.min(LOCKED_MS, 400 * seconds));
        await client.query('rollback');
      }),
    );
  }),
};

function logs(url: string): Promise<readonly { schema: string }[]> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ schema: string }>(
      `select schemaname as schema from pg_tables where tablename = 'bucket' order by 1`,
    );
    return rows;
  });
}

function processes(url: string): Promise<{ postmaster: number; others: number[] }> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ postmaster: number; others: number[] }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster,
         (select array_agg(pid) from pg_stat_activity where pid <> pg_backend_pid()) as others`,
    );
    return rows[0]!;
  });
}

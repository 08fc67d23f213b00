import type { ClientBase, Pool } from 'pg';
import type { Stretch, Written } from '../archive/write-file';
import { sleep } from '../lane/settings';
import { schemaOf } from './schema';

/** Everybody who comes meanwhile waits behind us. */
const LOCK_MS_MAX = 200;
const PAUSE_MS = 800;
const LOCK_TRIES = 30;
const LOCK_NOT_AVAILABLE = '55P03';

/** A partition of an outbox that gets no more events. */
export interface WholePartition extends Stretch {
  /** Since when: the instant of its last event. */
  readonly wholeSince: Date;
}

interface PartitionRow {
  readonly name: string;
  readonly bound: string;
}

/** The partitions of a service in which every bucket is full, oldest first. */
export async function wholePartitions(pool: Pool, service: string): Promise<readonly WholePartition[]> {
  const schema = schemaOf(service);
  const { rows } = await pool.query<PartitionRow>(
    `select relname as name, pg_get_expr(relpartbound, oid) as bound from pg_class
     join pg_inherits on inhrelid = oid where inhparent = '${schema}.outbox'::regclass`,
  );
  const { rows: counters } = await pool.query<{ next: string }>(
    `select min(next) as next from ${schema}.bucket`,
  );
  const whole = rows
    .map((row) => stretchOf(service, row))
    .filter(({ beyond }) => beyond <= Number(counters[0]!.next))
    .sort((one, other) => one.part - other.part);
  return Promise.all(
    whole.map(async (stretch) => ({ ...stretch, wholeSince: await wholeSince(pool, stretch) })),
  );
}

function stretchOf(service: string, { name, bound }: PartitionRow): Stretch {
  const [, part] = /^outbox_(\d+)$/.exec(name) ?? [];
  const [, first, beyond] = /^FOR VALUES FROM \('?(\d+)'?\) TO \('?(\d+)'?\)$/.exec(bound) ?? [];
  if (!part || !first || !beyond)
    throw new Error(`${service} has a partition ${name} ${bound} that is not of the log`);
  return { service, part: Number(part), first: Number(first), beyond: Number(beyond) };
}

async function wholeSince(pool: Pool, { service, beyond }: Stretch): Promise<Date> {
  const schema = schemaOf(service);
  const { rows } = await pool.query<{ at: Date }>(
    `select max(at) as at from ${schema}.bucket join ${schema}.outbox using (bucket) where position = $1`,
    [beyond - 1],
  );
  return rows[0]!.at;
}

/**
 * Takes a partition out of the database, and notes where it is instead, in one transaction: it is in exactly one of the
 * two places whenever a process or the server ends. Waits for those who read the outbox at the moment, and lets others go
 * on meanwhile.
 */
export async function removePartition(client: ClientBase, stretch: Stretch, written: Written): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await remove(client, stretch, written);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || tries === LOCK_TRIES) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

async function remove(
  client: ClientBase,
  { service, part, first, beyond }: Stretch,
  { manifest, manifestSha256 }: Written,
): Promise<void> {
  const schema = schemaOf(service);
  await client.query('begin');
  await client.query(`set local lock_timeout = ${LOCK_MS_MAX}`);
  await client.query(`alter table ${schema}.outbox detach partition ${schema}.outbox_${part}`);
  await client.query(
    `insert into ${schema}.archive (part, first, beyond, events, bytes, manifest_sha256) values ($1, $2, $3, $4, $5, $6)`,
    [part, first, beyond, manifest.events, manifest.bytes, manifestSha256],
  );
  await client.query(`drop table ${schema}.outbox_${part}`);
  await client.query('commit');
}

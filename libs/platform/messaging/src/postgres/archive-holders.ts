import type { Pool } from 'pg';
import type { Stretch } from '../archive/write-file';
import { schemaOf } from './schema';

/** Who has not passed a partition yet. */
export interface Holder {
  /** A consumer, or `relay` for what carries the events to Kafka. */
  readonly consumer: string;
  readonly bucket: number;
  /** How far it has come. */
  readonly position: number;
}

interface Registered {
  readonly consumer: string;
  readonly bucket: number;
  readonly position: string | null;
}

/**
 * Everybody that a partition has to wait for. A consumer counts with all its lanes from the first event of the source that
 * it took in any of them, a relay from the first that was acknowledged: before that both begin in the archive.
 * @param consumers the services whose lanes lie in this database
 */
export async function holdersOf(
  pool: Pool,
  { service, beyond }: Stretch,
  consumers: readonly string[],
): Promise<readonly Holder[]> {
  const lanes = consumers.map(
    (each) =>
      `select consumer, bucket, positions -> $1 ->> 'position' as position from ${schemaOf(each)}.lane`,
  );
  const { rows } = await pool.query<Registered>(`${lanes.join(' union all ')} order by consumer, bucket`, [
    service,
  ]);
  return behind(rows, beyond);
}

/** The same of what carries the source itself to Kafka. */
export async function relaysBehind(pool: Pool, { service, beyond }: Stretch): Promise<readonly Holder[]> {
  const { rows } = await pool.query<Registered>(
    `select 'relay' as consumer, bucket, nullif(position, 0)::text as position from ${schemaOf(service)}.mark order by bucket`,
  );
  return behind(rows, beyond);
}

function behind(registered: readonly Registered[], beyond: number): readonly Holder[] {
  const begun = new Set(
    registered.filter(({ position }) => position !== null).map(({ consumer }) => consumer),
  );
  return registered
    .filter(({ consumer }) => begun.has(consumer))
    .map(({ consumer, bucket, position }) => ({ consumer, bucket, position: Number(position ?? 0) }))
    .filter(({ position }) => position < beyond - 1);
}

import type { ClientBase, Pool } from 'pg';
import { writeFileOf, type Written } from '../archive/write-file';
import { type Holder, holdersOf, relaysBehind } from './archive-holders';
import { removePartition, type WholePartition, wholePartitions } from './outbox-partitions';
import { PostgresHistory } from './postgres-history';

/** One at a time on a database: two would write to the same file. */
const ARCHIVE_LOCK = 7_470_002;

export interface ArchiveOrder {
  /** The database whose outboxes are archived, as the role that owns them. */
  readonly pool: Pool;
  /** The services whose outboxes lie there. */
  readonly services: readonly string[];
  /** Other databases with lanes that read these outboxes, and the services there. */
  readonly readers?: readonly { readonly pool: Pool; readonly services: readonly string[] }[];
  readonly folder: string;
  /** Told how many events of a partition are written, now and then. */
  readonly onEvents?: (partition: WholePartition, events: number) => void;
}

/** What became of a whole partition: in a file now, or held back by those who have not read it. */
export interface ArchiveResult {
  readonly partition: WholePartition;
  readonly written?: Written;
  readonly holders: readonly Holder[];
}

/**
 * Moves whole partitions of outboxes into files, the oldest first, as far as everybody has come. A run that was cut off at
 * any point is made good by the next.
 * @throws Error while another run is under way
 */
export async function* archiveOutboxes(order: ArchiveOrder): AsyncGenerator<ArchiveResult> {
  const client = await order.pool.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      ARCHIVE_LOCK,
    ]);
    if (!rows[0]!.free) throw new Error('somebody else archives this database at the moment');
    for (const service of order.services) yield* archiveOutbox(order, service, client);
  } finally {
    // The session ends some time after it was let go, and with it the lock at the latest.
    await client.query('select pg_advisory_unlock($1)', [ARCHIVE_LOCK]).catch(() => undefined);
    client.release(true);
  }
}

/** @param client holds the lock: without it nothing can be removed */
async function* archiveOutbox(
  order: ArchiveOrder,
  service: string,
  client: ClientBase,
): AsyncGenerator<ArchiveResult> {
  const { pool, folder, onEvents } = order;
  let isHeld = false;
  for (const partition of await wholePartitions(pool, service)) {
    const holders = await everyHolder(order, partition);
    isHeld ||= holders.length > 0;
    if (isHeld) {
      yield { partition, holders };
      continue;
    }
    const outbox = new PostgresHistory(pool);
    const written = await writeFileOf(folder, partition, outbox, (events) => onEvents?.(partition, events));
    await removePartition(client, partition, written);
    yield { partition, written, holders };
  }
}

async function everyHolder(order: ArchiveOrder, partition: WholePartition): Promise<readonly Holder[]> {
  const { pool, services, readers = [] } = order;
  const places = [{ pool, services }, ...readers];
  const lanes = await Promise.all(places.map((place) => holdersOf(place.pool, partition, place.services)));
  return [...lanes.flat(), ...(await relaysBehind(pool, partition))];
}

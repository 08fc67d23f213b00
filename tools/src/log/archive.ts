import { type ArchiveOrder, archiveOutboxes, type ArchiveResult } from '@tonggwan/messaging';
import { Pool } from 'pg';
import { servicesIn } from './services';

/** What became of one partition, as a line of the table. */
export interface ArchiveLine {
  readonly service: string;
  readonly part: number;
  /** Of each bucket, the first and the last position. */
  readonly positions: string;
  readonly state: 'archived' | 'held';
  readonly events?: number;
  readonly bytes?: number;
  /** Who has not come so far, in words. */
  readonly heldBy: readonly string[];
  /** Hours for which it has been whole. */
  readonly hours: number;
}

interface Asked {
  readonly folder: string;
  /** Addresses of other databases whose services read these outboxes. */
  readonly readers: readonly string[];
  readonly onEvents: ArchiveOrder['onEvents'];
}

/** Archives what can be archived of all outboxes in a database. */
export async function archiveAll(
  pool: Pool,
  { folder, readers, onEvents }: Asked,
): Promise<readonly ArchiveLine[]> {
  const pools = readers.map((connectionString) => new Pool({ connectionString, max: 1 }));
  try {
    const others = await Promise.all(
      pools.map(async (each) => ({ pool: each, services: await servicesIn(each) })),
    );
    const lines: ArchiveLine[] = [];
    const services = await servicesIn(pool);
    for await (const result of archiveOutboxes({ pool, services, readers: others, folder, onEvents }))
      lines.push(lineOf(result));
    return lines;
  } finally {
    await Promise.all(pools.map((each) => each.end()));
  }
}

function lineOf({ partition, written, holders }: ArchiveResult): ArchiveLine {
  const { service, part, first, beyond, wholeSince } = partition;
  return {
    ...{
      service,
      part,
      positions: `${Math.max(first, 1)}-${beyond - 1}`,
      state: written ? 'archived' : 'held',
    },
    ...{ events: written?.manifest.events, bytes: written?.manifest.bytes },
    heldBy: holders.map(({ consumer, bucket, position }) => `${consumer} bucket ${bucket} at ${position}`),
    hours: (Date.now() - wholeSince.getTime()) / 3_600_000,
  };
}

/** Whether somebody has held one back for longer than is allowed. */
export function isOverdue(lines: readonly ArchiveLine[], hoursMax: number): boolean {
  return lines.some(({ state, hours }) => state === 'held' && hours > hoursMax);
}

import type { Pool } from 'pg';
import { Archive, type ArchivedPartition } from '../archive/archive';
import type { StoredEvent } from '../event';
import { schemaOf } from './schema';

interface PartitionRow {
  readonly part: number;
  readonly manifest: string;
}

/** Events that have left the outboxes of this database for files. */
export class ArchivedEvents {
  private readonly archive: Archive;

  constructor(
    private readonly pool: Pool,
    folder: string | undefined,
  ) {
    this.archive = new Archive(folder);
  }

  /** What an outbox gave of a reading, with what it no longer has put in. */
  async complete(
    read: readonly StoredEvent[],
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const whole = new Set(read.filter(isNext(from)).map(({ source }) => source));
    const lacking = [...from].filter(([source]) => !whole.has(source));
    if (lacking.length === 0) return read;
    const found = await Promise.all(
      lacking.map(([source, after]) => this.after(source, bucket, after, limit)),
    );
    const archived = found.flat();
    const replaced = new Set(archived.map(({ source }) => source));
    return [...read.filter(({ source }) => !replaced.has(source)), ...archived];
  }

  /** Nothing where the position after this one was never archived. @throws ArchiveUnreadable */
  private async after(
    source: string,
    bucket: number,
    after: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const { rows } = await this.pool.query<PartitionRow>({
      name: `archived ${source}`,
      text: `select part, manifest_sha256 as manifest from ${schemaOf(source)}.archive where first <= $1 and beyond > $1`,
      values: [after + 1],
    });
    const [row] = rows;
    if (!row) return [];
    const partition: ArchivedPartition = { service: source, part: row.part, manifestSha256: row.manifest };
    return this.archive.read(partition, bucket, after, limit);
  }
}

function isNext(from: ReadonlyMap<string, number>): (event: StoredEvent) => boolean {
  return ({ source, position }) => position === from.get(source)! + 1;
}

import { hash32 } from '@tonggwan/kernel';
import type { Pool } from 'pg';
import { BUCKETS } from '../bucket';
import { EVENT_BYTES_MAX, type StoredEvent } from '../event';
import type { Epoch } from '../epoch/epoch';
import type { History } from '../store/store';
import { ArchivedEvents } from './archived-events';
import { schemaOf } from './schema';

interface OutboxRow {
  readonly source: string;
  readonly position: string;
  readonly epoch: number;
  readonly key: string;
  readonly type: string;
  readonly data: string;
  readonly headers: Record<string, string>;
  readonly at: Date;
}

interface HeadRow {
  readonly source: string;
  readonly bucket: number;
  readonly head: string;
}

interface EpochRow {
  readonly source: string;
  readonly epoch: number;
  readonly firsts: readonly string[];
}

/** In one answer, though an event that is larger comes alone. */
const READ_BYTES_MAX = EVENT_BYTES_MAX;

/** The outboxes themselves and what has gone from them into files: the history that is kept for ever, whatever carries the events. */
export class PostgresHistory implements History {
  private readonly archived: ArchivedEvents;

  /** @param archive the folder of the files; without it what is needed of them is asked for in vain, and said */
  constructor(
    private readonly pool: Pool,
    archive?: string,
  ) {
    this.archived = new ArchivedEvents(pool, archive);
  }

  read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.readEach(new Map([[source, after]]), bucket, limit);
  }

  async readEach(
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const sources = [...from.keys()];
    const { rows } = await this.pool.query<OutboxRow>({
      name: `read ${hash32(sources.join())}`,
      text: sources.map(readSql).join(' union all '),
      values: [bucket, limit, READ_BYTES_MAX, ...from.values()],
    });
    const events = rows.map((row) => {
      const { source, epoch, key, type, data, headers } = row;
      const position = Number(row.position);
      return { source, epoch, bucket, position, key, type, data, headers, at: row.at.toISOString() };
    });
    return this.archived.complete(events, from, bucket, limit);
  }

  async heads(sources: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const heads = new Map(sources.map((source) => [source, new Array<number>(BUCKETS).fill(0)]));
    const text = sources
      .map(
        (source) => `select '${source}' as source, bucket, next - 1 as head from ${schemaOf(source)}.bucket`,
      )
      .join(' union all ');
    const { rows } = await this.pool.query<HeadRow>({ name: `heads ${hash32(sources.join())}`, text });
    for (const { source, bucket, head } of rows) heads.get(source)![bucket] = Number(head);
    return heads;
  }

  async epochs(sources: readonly string[]): Promise<ReadonlyMap<string, readonly Epoch[]>> {
    const epochs = new Map(sources.map((source) => [source, [] as Epoch[]]));
    const text = sources
      .map((source) => `select '${source}' as source, epoch, firsts from ${schemaOf(source)}.epoch`)
      .join(' union all ');
    const name = `epochs ${hash32(sources.join())}`;
    const { rows } = await this.pool.query<EpochRow>({ name, text: `${text} order by epoch` });
    for (const { source, epoch, firsts } of rows)
      epochs.get(source)!.push({ epoch, firsts: firsts.map(Number) });
    return epochs;
  }
}

/** Bucket, limit and bytes are the first three parameters; where each source is read from follows. */
function readSql(source: string, index: number): string {
  const after = `$${index + 4}::bigint`;
  return `(select '${source}' as source, position, epoch, key, type, data, headers, at
    from (select *, sum(octet_length(data)) over (order by position) - octet_length(data) as bytes_before
          from ${schemaOf(source)}.outbox where bucket = $1 and position > ${after} and position <= ${after} + $2) as event
    where bytes_before < $3 order by position)`;
}

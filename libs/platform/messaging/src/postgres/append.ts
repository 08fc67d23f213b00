import { encode } from '../batch';
import { bucketOf } from '../bucket';
import type { OutgoingEvent } from '../event';
import type { PostgresSession } from './postgres-session';
import { PARTITION_POSITIONS } from './schema';

export interface OutboxAppend {
  /** The last position of each bucket. */
  readonly heads: ReadonlyMap<number, number>;
  /** A partition has come into use: another must be made ready. */
  readonly needsRoom: boolean;
}

/**
 * Adds events to an outbox. The counters are taken in the order of their buckets and held until the commit, so that
 * positions are without gaps and in commit order.
 */
export async function appendToOutbox(
  session: PostgresSession,
  schema: string,
  events: readonly OutgoingEvent[],
): Promise<OutboxAppend> {
  const byBucket = new Map<number, OutgoingEvent[]>();
  for (const event of events) {
    const bucket = bucketOf(event.data.declarationId);
    const together = byBucket.get(bucket);
    if (together) together.push(event);
    else byBucket.set(bucket, [event]);
  }
  const heads = new Map<number, number>();
  let needsRoom = false;
  for (const bucket of [...byBucket.keys()].sort((one, other) => one - other)) {
    const together = byBucket.get(bucket)!;
    const first = await appendToBucket(session, schema, bucket, together);
    heads.set(bucket, first + together.length - 1);
    needsRoom ||= partitionOf(first + together.length) > partitionOf(first);
  }
  return { heads, needsRoom };
}

async function appendToBucket(
  session: PostgresSession,
  schema: string,
  bucket: number,
  events: readonly OutgoingEvent[],
): Promise<number> {
  const { rows } = await session.query<{ first: string }>({
    name: `${schema}.append`,
    text: `with counter as (
             update ${schema}.bucket set next = next + $2 where bucket = $1 returning next - $2 as first, epoch),
           added as (
             insert into ${schema}.outbox (bucket, position, epoch, key, type, data)
             select $1, first + number - 1, epoch, key, type, data
             from counter, unnest($3::text[], $4::text[], $5::text[]) with ordinality as event(key, type, data, number))
           select first from counter`,
    values: [
      bucket,
      events.length,
      events.map((event) => event.data.declarationId),
      events.map(({ type }) => type),
      events.map(encode),
    ],
  });
  return Number(rows[0]?.first);
}

function partitionOf(position: number): number {
  return Math.floor(position / PARTITION_POSITIONS);
}

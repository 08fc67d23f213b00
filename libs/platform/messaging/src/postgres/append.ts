import type { QueryConfig } from 'pg';
import { encode } from '../batch';
import { bucketOf } from '../bucket';
import type { OutgoingEvent, StoredEvent } from '../event';
import { keepData } from '../event-data';
import { PARTITION_POSITIONS } from './schema';
import { onlyIfAllOf } from './conflicts';
import { textArray } from './binary-array';

/** What a bucket's counter stood at before events of this transaction took their places. */
export interface CounterRow {
  readonly bucket: number;
  readonly first: string;
  readonly epoch: number;
  readonly at: Date;
}

export interface AppendSentence {
  readonly sentence: QueryConfig;
  /** The events as they are kept, when the counters have answered. */
  placed(counters: readonly CounterRow[]): readonly StoredEvent[];
}

/**
 * Adds events to an outbox. The counters are taken in the order of their buckets and held until the commit, so that
 * positions are without gaps and in commit order.
 * @throws EventTooLarge
 */
export function appendSentence(
  service: string,
  schema: string,
  events: readonly OutgoingEvent[],
): AppendSentence {
  const counts = new Map<number, number>();
  const drafts = events.map((event) => {
    const key = event.data.declarationId;
    const bucket = bucketOf(key);
    const before = counts.get(bucket) ?? 0;
    counts.set(bucket, before + 1);
    return { bucket, before, key, type: event.type, data: encode(event) };
  });
  const sentence = {
    name: `${schema}.append`,
    text: appendSql(schema),
    values: [
      [...counts.keys()],
      [...counts.values()],
      drafts.map(({ bucket }) => bucket),
      drafts.map(({ before }) => before),
      textArray(drafts.map(({ key }) => key)),
      textArray(drafts.map(({ type }) => type)),
      textArray(drafts.map(({ data }) => data)),
    ],
  };
  const placed = (rows: readonly CounterRow[]): readonly StoredEvent[] => {
    const places = rows.map(({ bucket, first, epoch, at }) => {
      return [bucket, { first: Number(first), epoch, at: at.toISOString() }] as const;
    });
    const counters = new Map(places);
    return drafts.map(({ bucket, before, key, type, data }, index) => {
      const { first, epoch, at } = counters.get(bucket)!;
      const position = first + before;
      const event = { source: service, epoch, bucket, position, key, type, data, headers: {}, at };
      keepData(event, events[index]!.data);
      return event;
    });
  };
  return { sentence, placed };
}

/**
 * Adds events at the places that were foreseen for them; the database compares those with its counters.
 * @param events of one service, in the order of their positions, without a gap in each bucket
 */
export function appendAtSentence(schema: string, events: readonly StoredEvent[]): QueryConfig {
  const firsts = new Map<number, StoredEvent>();
  const nexts = new Map<number, number>();
  for (const event of events) {
    if (!firsts.has(event.bucket)) firsts.set(event.bucket, event);
    nexts.set(event.bucket, event.position + 1);
  }
  return {
    name: `${schema}.append-at`,
    text: appendAtSql(schema),
    values: [
      [...firsts.keys()],
      [...firsts.values()].map(({ epoch }) => epoch),
      [...firsts.values()].map(({ position }) => position),
      [...nexts.values()],
      firsts.size,
      events.map(({ bucket }) => bucket),
      events.map(({ position }) => position),
      events.map(({ epoch }) => epoch),
      textArray(events.map(({ key }) => key)),
      textArray(events.map(({ type }) => type)),
      textArray(events.map(({ data }) => data)),
    ],
  };
}

/** Whether one of these is the first in its partition: another partition must be made ready. */
export function opensPartition(events: readonly StoredEvent[]): boolean {
  return events.some(({ position }) => position % PARTITION_POSITIONS === 0);
}

function appendSql(schema: string): string {
  return `
    with held as (
      select bucket from ${schema}.bucket where bucket = any($1::smallint[]) order by bucket for no key update),
    counter as (
      update ${schema}.bucket as bucket set next = bucket.next + taken.number
      from held join unnest($1::smallint[], $2::bigint[]) as taken(bucket, number) using (bucket)
      where bucket.bucket = held.bucket
      returning bucket.bucket, bucket.next - taken.number as first, bucket.epoch),
    added as (
      insert into ${schema}.outbox (bucket, position, epoch, key, type, data)
      select bucket, first + before, epoch, key, type, data
      from unnest($3::smallint[], $4::bigint[], $5::text[], $6::text[], $7::text[]) as event(bucket, before, key, type, data)
      join counter using (bucket))
    select bucket, first, epoch, now() as at from counter`;
}

function appendAtSql(schema: string): string {
  return `
    with held as (
      select bucket from ${schema}.bucket where bucket = any($1::smallint[]) order by bucket for no key update),
    counter as (
      update ${schema}.bucket as bucket set next = foreseen.next
      from held join unnest($1::smallint[], $2::int[], $3::bigint[], $4::bigint[])
        as foreseen(bucket, epoch, first, next) using (bucket)
      where bucket.bucket = held.bucket and bucket.epoch = foreseen.epoch and bucket.next = foreseen.first
      returning bucket.bucket),
    added as (
      insert into ${schema}.outbox (bucket, position, epoch, key, type, data)
      select bucket, position, epoch, key, type, data
      from unnest($6::smallint[], $7::bigint[], $8::int[], $9::text[], $10::text[], $11::text[])
        as event(bucket, position, epoch, key, type, data)
      join counter using (bucket))
    ${onlyIfAllOf('counter', '$5')}`;
}

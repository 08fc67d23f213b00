import type { Recent } from '../engine/recent';
import { type Place, placeName, type StoredEvent } from '../event';
import type { CarriedRecord, DeliveredRecord } from './carrier';

const DATA_TYPE = 'application/json';

/**
 * An event as CloudEvents 1.0 puts it on Kafka in binary mode: attributes are headers, the value is the data alone. Its id is
 * its place (source, epoch, bucket, position), its key the declaration that it is about.
 */
export function toRecord(event: StoredEvent): CarriedRecord {
  const headers = {
    ...event.headers,
    'content-type': DATA_TYPE,
    ce_specversion: '1.0',
    ce_id: placeName(event),
    ce_source: event.source,
    ce_type: event.type,
    ce_time: event.at,
  };
  return { key: event.key, value: event.data, headers };
}

/** The event in a record of this bucket; undefined for what none of our relays has written, and what is known here already. */
export function fromRecord(bucket: number, record: DeliveredRecord, recent: Recent): StoredEvent | undefined {
  const { ce_id: id, ce_source: source, ce_type: type, ce_time: at } = record.headers;
  if (!id || !source || !type || !at) return undefined;
  const place = placeIn(id.toString(), source.toString());
  if (place?.bucket !== bucket || recent.has(place)) return undefined;
  const about = { key: record.key.toString(), type: type.toString(), at: at.toString() };
  return { ...place, ...about, data: record.value.toString(), headers: ownHeaders(record.headers) };
}

/** Where the event in a record stands in its log; undefined for what none of our relays has written. */
export function placeOf({ headers }: DeliveredRecord): Place | undefined {
  const { ce_id: id, ce_source: source } = headers;
  return id && source && placeIn(id.toString(), source.toString());
}

const PLACE = /^\.(\d{1,9})\/(\d{1,4})\/(\d{1,16})$/;

function placeIn(id: string, source: string): Place | undefined {
  const [, epoch, bucket, position] = (id.startsWith(source) && PLACE.exec(id.slice(source.length))) || [];
  if (!position) return undefined;
  return { source, epoch: Number(epoch), bucket: Number(bucket), position: Number(position) };
}

function ownHeaders(headers: DeliveredRecord['headers']): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (name !== 'content-type' && !name.startsWith('ce_')) own[name] = value.toString();
  return own;
}

import { placeName, type StoredEvent } from '../event';
import type { CarriedRecord } from './carrier';

const DATA_TYPE = 'application/json';

/** An event as CloudEvents 1.0 puts it on Kafka in binary mode: attributes are headers, the value is the data alone. */
export function toRecord(event: StoredEvent): CarriedRecord {
  const headers = {
    ...event.headers,
    'content-type': DATA_TYPE,
    ce_specversion: '1.0',
    ce_id: placeName(event),
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.key,
    ce_time: event.at,
    ce_epoch: String(event.epoch),
    ce_position: String(event.position),
  };
  return { key: event.key, value: event.data, headers };
}

/** The event in a record of this bucket; undefined for what none of our relays has written. */
export function fromRecord(bucket: number, record: CarriedRecord): StoredEvent | undefined {
  const { ce_id: id, ce_source: source, ce_type: type, ce_subject: key, ce_time: at } = record.headers;
  const epoch = Number(record.headers.ce_epoch);
  const position = Number(record.headers.ce_position);
  if (!source || !type || !key || !at) return undefined;
  const place = { source, epoch, bucket, position };
  if (id !== placeName(place)) return undefined;
  return { ...place, key, type, data: record.value, headers: ownHeaders(record.headers), at };
}

function ownHeaders(headers: CarriedRecord['headers']): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name !== 'content-type' && !name.startsWith('ce_'));
  return Object.fromEntries(own);
}

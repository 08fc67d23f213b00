import type { Bytes } from './bytes';
import type { CarriedRecord } from './carrier';
import { crc32c } from './crc32c';

const MAGIC = 2;
const NOBODY = -1;

/**
 * Adds one batch of records in Kafka's message format 2, not compressed: of no transaction, and by a producer without an id.
 * @param at milliseconds since 1970: the timestamp of each
 */
export function writeRecordBatch(bytes: Bytes, records: readonly CarriedRecord[], at: number): void {
  bytes.int64(0); // the offset is the broker's to say
  const length = bytes.leaveInt32();
  const behindLength = bytes.length;
  bytes.int32(0); // the leader's epoch, the broker's to say
  bytes.int8(MAGIC);
  const checksum = bytes.leaveInt32();
  const checked = bytes.length;
  bytes.int16(0); // attributes
  bytes.int32(records.length - 1);
  bytes.int64(at);
  bytes.int64(at);
  bytes.int64(NOBODY);
  bytes.int16(NOBODY);
  bytes.int32(NOBODY);
  bytes.int32(records.length);
  records.forEach((record, index) => writeRecord(bytes, record, index));
  bytes.fillInt32(length, bytes.length - behindLength);
  bytes.fillInt32(checksum, crc32c(bytes.written(checked)));
}

function writeRecord(bytes: Bytes, { key, value, headers }: CarriedRecord, offset: number): void {
  const from = bytes.length;
  bytes.int8(0); // attributes
  bytes.varint(0); // after the batch's timestamp
  bytes.varint(offset);
  bytes.text(key);
  bytes.text(value);
  const names = Object.keys(headers);
  bytes.varint(names.length);
  for (const name of names) {
    bytes.text(name);
    bytes.text(headers[name]!);
  }
  bytes.varintBefore(from);
}

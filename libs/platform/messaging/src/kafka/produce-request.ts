import { Bytes } from './bytes';
import type { Parcel } from './carrier';
import { writeRecordBatch } from './record-batch';

export interface ProduceOrder {
  readonly acks: number;
  readonly timeoutMs: number;
  readonly topics: readonly { readonly topic: string; readonly parcels: readonly Parcel[] }[];
}

const NO_TRANSACTION = -1;

/** The body of Kafka's produce request, versions 3 to 8. */
export function produceRequest({ acks, timeoutMs, topics }: ProduceOrder, at: number): Buffer {
  const bytes = new Bytes();
  bytes.int16(NO_TRANSACTION);
  bytes.int16(acks);
  bytes.int32(timeoutMs);
  bytes.int32(topics.length);
  for (const { topic, parcels } of topics) {
    bytes.name(topic);
    bytes.int32(parcels.length);
    for (const { partition, records } of parcels) {
      bytes.int32(partition);
      const size = bytes.leaveInt32();
      const from = bytes.length;
      writeRecordBatch(bytes, records, at);
      bytes.fillInt32(size, bytes.length - from);
    }
  }
  return bytes.written();
}

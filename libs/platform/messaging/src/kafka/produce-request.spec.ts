// @ts-expect-error kafkajs has no types for its insides
import requestOf from 'kafkajs/src/protocol/requests/produce/v3/request';
import type { CarriedRecord, Parcel } from './carrier';
import { produceRequest } from './produce-request';

const AT = 1_796_000_000_000;
const ORDER = { acks: -1, timeoutMs: 30_000 };

const record = (number: number, value: string): CarriedRecord => ({
  ...{ key: `KR-${number}`, value },
  headers: { ce_id: `declarations.1/3/${number}`, 'content-type': 'application/json', ce_type: '수입신고' },
});

/** As kafkajs writes it, with what it leaves to whoever has a producer's id. */
async function byKafkaJs(topics: Readonly<Record<string, readonly Parcel[]>>): Promise<Buffer> {
  const topicData = Object.entries(topics).map(([topic, parcels]) => ({
    topic,
    partitions: parcels.map(({ partition, records }) => {
      const messages = records.map((each) => ({ ...each, timestamp: AT }));
      return { partition, messages, firstSequence: -1 };
    }),
  }));
  const encode = requestOf as (order: object) => { encode(): Promise<{ buffer: Buffer }> };
  const order = { acks: ORDER.acks, timeout: ORDER.timeoutMs, producerEpoch: -1, topicData };
  return (await encode(order).encode()).buffer;
}

function byUs(topics: Readonly<Record<string, readonly Parcel[]>>): Buffer {
  const named = Object.entries(topics).map(([topic, parcels]) => ({ topic, parcels }));
  return produceRequest({ ...ORDER, topics: named }, AT);
}

describe('a produce request', () => {
  it.each([
    ['one record', { 'declarations.1': [{ partition: 3, records: [record(1, '{}')] }] }],
    [
      'a record without headers',
      { 'release.1': [{ partition: 0, records: [{ ...record(1, ''), headers: {} }] }] },
    ],
    [
      'several partitions of several topics',
      {
        'declarations.1': [1, 2].map((partition) => ({
          partition,
          records: [record(1, '삼성 "A"'), record(2, 'é')],
        })),
        'tax-assessment.12': [{ partition: 7, records: [record(3, '[]')] }],
      },
    ],
    [
      'lengths on both sides of each further byte',
      {
        'payments.1': [
          {
            partition: 5,
            records: [
              0, 1, 20, 62, 63, 64, 65, 8_000, 8_190, 8_191, 8_192, 1_048_574, 1_048_576, 2_097_152,
            ].map((length, number) => record(number, 'x'.repeat(length))),
          },
        ],
      },
    ],
    [
      'so many records that their numbers need two bytes',
      {
        'casework.1': [
          { partition: 1, records: Array.from({ length: 500 }, (_, number) => record(number, 'x')) },
        ],
      },
    ],
  ] satisfies [string, Record<string, Parcel[]>][])(
    'of %s is, byte for byte, what kafkajs would send',
    async (_, topics) => {
      expect(byUs(topics).equals(await byKafkaJs(topics))).toBe(true);
    },
  );
});

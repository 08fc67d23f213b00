import { randomUUID } from 'node:crypto';
import { type Consumer, type Kafka, type KafkaMessage } from './kafkajs';
import { withinTime } from '../lane/time-limit';
import type { Delivery } from './carrier';
import { recordOf } from './kafkajs-record';

type Partition = Pick<Delivery, 'partition' | 'records'>;

interface End {
  readonly partition: number;
  /** Of the first record that is wanted and of that after the last. */
  readonly from: bigint;
  readonly beyond: bigint;
}

const READ_MS_MAX = 20_000;
/** Whoever leaves waits for the answer to his last request. */
const WAIT_MS_MAX = 100;

/** The last records of each partition of a topic. @throws Error when they cannot be had in time */
export async function lastRecords(kafka: Kafka, topic: string, count: number): Promise<readonly Partition[]> {
  const ends = await endsOf(kafka, topic, BigInt(count));
  if (ends.length === 0) return [];
  const groupId = `ends.${randomUUID()}`;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: WAIT_MS_MAX });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    return await read(consumer, topic, ends);
  } finally {
    await consumer.disconnect();
  }
}

async function endsOf(kafka: Kafka, topic: string, count: bigint): Promise<readonly End[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.flatMap(({ partition, low, high }) => {
      const [first, beyond] = [BigInt(low), BigInt(high)];
      const from = beyond - count > first ? beyond - count : first;
      return beyond > first ? { partition, from, beyond } : [];
    });
  } finally {
    await admin.disconnect();
  }
}

async function read(consumer: Consumer, topic: string, ends: readonly End[]): Promise<readonly Partition[]> {
  const found = new Map(ends.map(({ partition }) => [partition, [] as KafkaMessage[]]));
  const missing = new Map(ends.map(({ partition, beyond }) => [partition, beyond]));
  const reading = new Promise<void>((resolve, reject) => {
    // A topic that was made a moment ago is not known to all brokers yet.
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
    const running = consumer.run({
      autoCommit: false,
      eachBatch: ({ batch: { partition, messages }, resolveOffset }) => {
        found.get(partition)?.push(...messages);
        const last = messages.at(-1)?.offset ?? '-1';
        resolveOffset(last);
        if (BigInt(last) + 1n >= (missing.get(partition) ?? 0n)) missing.delete(partition);
        if (missing.size === 0) resolve();
        return Promise.resolve();
      },
    });
    running.catch(reject);
    for (const { partition, from } of ends) consumer.seek({ topic, partition, offset: String(from) });
  });
  await withinTime(READ_MS_MAX, `to read the end of ${topic}`, reading);
  return [...found].map(([partition, messages]) => ({ partition, records: messages.flatMap(recordOf) }));
}

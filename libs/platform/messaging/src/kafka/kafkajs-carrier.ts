import { randomUUID } from 'node:crypto';
import {
  ConfigResourceTypes,
  type Consumer,
  Kafka,
  logLevel,
  type ParcelMessage,
  Partitioners,
  type Producer,
} from './kafkajs';
import { BUCKETS } from '../bucket';
import { sleep } from '../lane/settings';
import type { Carrier, Listener, Parcel, Reader } from './carrier';
import { assignerOf } from './kafkajs-assigner';
import type { Join } from './keep-joined';
import { lastRecords } from './kafkajs-last-records';
import { Membership } from './membership';
import { recordOf } from './kafkajs-record';
import { faultsOfTopic, type FoundTopic, TOPIC_SETTINGS } from './topics';

const ACKNOWLEDGED_BY_ALL = -1;
const REPLICAS = 3;
/** Whoever gives up begins anew: he comes to a new group then. */
const RETRY = {
  ...{ initialRetryTime: 50, maxRetryTime: 2_000, retries: 5 },
  restartOnFailure: () => Promise.resolve(false),
};

/** How long the broker may hold back an answer while no record comes: also how long it may take to leave a group. */
const WAIT_MS_MAX = 1_000;
const PARTITION_BYTES_MAX = 1024 * 1024;
const FETCH_BYTES_MAX = 8 * 1024 * 1024;

/** A new topic is known to all brokers after a moment. */
const TOPIC_TRIES_MAX = 20;
const TOPIC_MS = 250;

/** Nobody waits for it: a group has one member. */
const SESSION_MS = 30_000;

/** Kafka as it is reached with kafkajs. */
export class KafkaJsCarrier implements Carrier {
  private readonly kafka: Kafka;
  private producing: Promise<Producer> | undefined;

  /** @param brokers `host:port` of those to ask first */
  constructor(brokers: readonly string[], clientId: string) {
    this.kafka = new Kafka({ brokers: [...brokers], clientId, logLevel: logLevel.NOTHING, retry: RETRY });
  }

  /** Several processes may make the same topics at the same time: who comes second looks again. */
  async ensureTopics(topics: readonly string[]): Promise<void> {
    const found = await whenKnown(() => this.makeTopics(topics));
    const faults = found.flatMap(faultsOfTopic);
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  private async makeTopics(topics: readonly string[]): Promise<FoundTopic[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const known = new Set(await admin.listTopics());
      const { brokers } = await admin.describeCluster();
      const replicationFactor = Math.min(REPLICAS, brokers.length);
      const configEntries = Object.entries(TOPIC_SETTINGS).map(([name, value]) => ({ name, value }));
      const missing = topics
        .filter((topic) => !known.has(topic))
        .map((topic) => ({ topic, numPartitions: BUCKETS, replicationFactor, configEntries }));
      if (missing.length > 0) await admin.createTopics({ topics: missing });
      return await describe(admin, topics);
    } finally {
      await admin.disconnect();
    }
  }

  async topics(): Promise<readonly string[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await admin.listTopics();
    } finally {
      await admin.disconnect();
    }
  }

  lastRecords(topic: string, count: number): ReturnType<Carrier['lastRecords']> {
    return whenKnown(() => lastRecords(this.kafka, topic, count));
  }

  /** Not idempotent: readers drop repeats, and kafkajs would refuse a batch that has grown since a lost answer for ever. */
  async produce(topic: string, parcels: readonly Parcel[]): Promise<void> {
    const producer = await (this.producing ??= this.connectProducer());
    const messages = parcels.map((parcel): ParcelMessage => ({ ...parcel, value: null }));
    const answers = await producer.send({ topic, messages, acks: ACKNOWLEDGED_BY_ALL });
    for (const { partition } of parcels) {
      // A send to a partition that is not there resolves without an answer.
      const answer = answers.find((each) => each.topicName === topic && each.partition === partition);
      if (answer?.errorCode !== 0) throw new Error(`${topic}/${partition} has not taken what was sent`);
    }
  }

  /** In a group of its own, which ends with it: nobody has to wait until a member that was killed is missed. */
  consume(name: string, topics: readonly string[], listener: Listener): Reader {
    const join = (partitions: readonly number[]): Join => {
      return async (onLost) => {
        const consumer = this.consumerOf(`${name}.${randomUUID()}`, partitions);
        let isNew = true;
        consumer.on('consumer.group_join', () => void (isNew = true));
        // Where delivery begins is settled with the first fetch.
        consumer.on('consumer.fetch', () => {
          if (isNew) listener.onFollowing(partitions);
          isNew = false;
        });
        consumer.on('consumer.crash', ({ payload: { error } }) => {
          listener.onCrash(error);
          onLost();
        });
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning: false });
        await run(consumer, listener);
        return () => consumer.disconnect();
      };
    };
    return new Membership(join, (error) => listener.onCrash(error));
  }

  async close(): Promise<void> {
    const producer = await this.producing?.catch(() => undefined);
    await producer?.disconnect();
  }

  private consumerOf(groupId: string, partitions: readonly number[]): Consumer {
    return this.kafka.consumer({
      groupId,
      partitionAssigners: [assignerOf(partitions)],
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: WAIT_MS_MAX,
      maxBytesPerPartition: PARTITION_BYTES_MAX,
      maxBytes: FETCH_BYTES_MAX,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: SESSION_MS / 6,
      retry: RETRY,
    });
  }

  private async connectProducer(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    try {
      await producer.connect();
    } catch (error) {
      this.producing = undefined;
      throw error;
    }
    return producer;
  }
}

async function whenKnown<Found>(look: () => Promise<Found>): Promise<Found> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries >= TOPIC_TRIES_MAX) throw error;
      await sleep(TOPIC_MS);
    }
  }
}

async function describe(admin: ReturnType<Kafka['admin']>, names: readonly string[]): Promise<FoundTopic[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
  const resources = names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
  const configs = await admin.describeConfigs({ resources, includeSynonyms: false });
  return topics.map(({ name, partitions }) => {
    const entries = configs.resources.find(({ resourceName }) => resourceName === name)?.configEntries ?? [];
    const settings = Object.fromEntries(entries.map((entry) => [entry.configName, entry.configValue]));
    return { name, partitions: partitions.length, settings };
  });
}

/** No offset is stored: the lanes know where they are. */
function run(consumer: Consumer, listener: Listener): Promise<void> {
  return consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: BUCKETS,
    eachBatch: ({ batch: { topic, partition, messages }, resolveOffset }) => {
      listener.onDelivery({ topic, partition, records: messages.flatMap(recordOf) });
      resolveOffset(messages.at(-1)!.offset);
      return Promise.resolve();
    },
  });
}

import {
  AssignerProtocol,
  ConfigResourceTypes,
  type Consumer,
  Kafka,
  type KafkaMessage,
  logLevel,
  type PartitionAssigner,
  Partitioners,
  type Producer,
} from 'kafkajs';
import { ALL_BUCKETS, BUCKETS } from '../bucket';
import { sleep } from '../lane/settings';
import type { Carrier, DeliveredRecord, Listener, Parcel } from './carrier';
import { coPartitioned } from './co-partitioned';
import { keepJoined } from './keep-joined';
import { faultsOfTopic, type FoundTopic, TOPIC_SETTINGS } from './topics';

const ACKNOWLEDGED_BY_ALL = -1;
const REPLICAS = 3;
const RETRY = { initialRetryTime: 50, maxRetryTime: 2_000, retries: 5 };

/** How long the broker may hold back an answer without records: also how long a pause or a resumption takes to be felt. */
const WAIT_MS_MAX = 100;
const PARTITION_BYTES_MAX = 1024 * 1024;
const FETCH_BYTES_MAX = 8 * 1024 * 1024;
const COMMIT_MS = 5_000;

/** A new topic is known to all brokers after a moment. */
const TOPIC_TRIES_MAX = 20;
const TOPIC_MS = 250;

/** One that ended without notice holds its buckets for so long; no less is allowed. Others hear of it at their heartbeat. */
const SESSION_MS = 6_000;

/** The only place that knows kafkajs. */
export class KafkaJsCarrier implements Carrier {
  private readonly kafka: Kafka;
  private producing: Promise<Producer> | undefined;

  /** @param brokers `host:port` of those to ask first */
  constructor(brokers: readonly string[], clientId: string) {
    this.kafka = new Kafka({ brokers: [...brokers], clientId, logLevel: logLevel.NOTHING, retry: RETRY });
  }

  /** Several processes may make the same topics at the same time: who comes second looks again. */
  async ensureTopics(topics: readonly string[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const found = await this.makeTopics(topics).catch((error: unknown) => {
        if (tries >= TOPIC_TRIES_MAX) throw error;
      });
      const faults = found?.flatMap(faultsOfTopic) ?? [];
      if (faults.length > 0) throw new Error(faults.join('; '));
      if (found) return;
      await sleep(TOPIC_MS);
    }
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

  /** Not idempotent: readers drop repeats, and kafkajs would refuse a batch that has grown since a lost answer for ever. */
  async produce(topic: string, parcels: readonly Parcel[]): Promise<void> {
    const producer = await (this.producing ??= this.connectProducer());
    const messages = parcels.flatMap(({ partition, records }) =>
      records.map((record) => ({ ...record, partition })),
    );
    const answers = await producer.send({ topic, messages, acks: ACKNOWLEDGED_BY_ALL });
    for (const { partition } of parcels) {
      // A send to a partition that is not there resolves without an answer.
      const answer = answers.find((each) => each.topicName === topic && each.partition === partition);
      if (answer?.errorCode !== 0) throw new Error(`${topic}/${partition} has not taken what was sent`);
    }
  }

  consume(group: string, topics: readonly string[], listener: Listener): () => Promise<void> {
    return keepJoined(
      async (onLost) => {
        const consumer = this.consumerOf(group, listener);
        consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
          listener.onCrash(error);
          if (!restart) onLost();
        });
        await consumer.connect();
        await consumer.subscribe({ topics: [...topics], fromBeginning: true });
        await run(consumer, listener);
        return () => consumer.disconnect();
      },
      (error) => listener.onCrash(error),
    );
  }

  async close(): Promise<void> {
    const producer = await this.producing?.catch(() => undefined);
    await producer?.disconnect();
  }

  private consumerOf(group: string, listener: Listener): Consumer {
    const consumer = this.kafka.consumer({
      groupId: group,
      partitionAssigners: [ASSIGNER],
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: WAIT_MS_MAX,
      maxBytesPerPartition: PARTITION_BYTES_MAX,
      maxBytes: FETCH_BYTES_MAX,
      sessionTimeout: SESSION_MS,
      heartbeatInterval: SESSION_MS / 6,
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(true) },
    });
    consumer.on('consumer.group_join', ({ payload }) =>
      listener.onAssigned([...new Set(Object.values(payload.memberAssignment).flat())]),
    );
    return consumer;
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

/** The group's offsets are a hint of where to begin, stored now and then: the lanes know better. */
function run(consumer: Consumer, listener: Listener): Promise<void> {
  return consumer.run({
    autoCommit: false,
    autoCommitInterval: COMMIT_MS,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: BUCKETS,
    eachBatch: async ({ batch: { topic, partition, messages }, pause, resolveOffset, ...group }) => {
      const delivery = { topic, partition, records: messages.flatMap(recordOf), hold: pause };
      if (!listener.onDelivery(delivery)) return;
      resolveOffset(messages.at(-1)!.offset);
      await group.commitOffsetsIfNecessary();
    },
  });
}

function recordOf({ key, value, headers = {} }: KafkaMessage): DeliveredRecord[] {
  return key && value ? [{ key, value, headers: headers as DeliveredRecord['headers'] }] : [];
}

const ASSIGNER: PartitionAssigner = () => ({
  name: 'co-partitioned',
  version: 1,
  assign: ({ members }) => {
    const known = members.map(({ memberId, memberMetadata }) => {
      return { id: memberId, topics: AssignerProtocol.MemberMetadata.decode(memberMetadata)?.topics ?? [] };
    });
    const buckets = coPartitioned(known, ALL_BUCKETS);
    const answer = known.map(({ id, topics }) => {
      const assignment = Object.fromEntries(topics.map((topic) => [topic, [...buckets.get(id)!]]));
      const memberAssignment = AssignerProtocol.MemberAssignment.encode({
        version: 1,
        assignment,
        userData: Buffer.alloc(0),
      });
      return { memberId: id, memberAssignment };
    });
    return Promise.resolve(answer);
  },
  protocol: ({ topics }) => ({
    name: 'co-partitioned',
    metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
  }),
});

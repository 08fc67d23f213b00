import { type Admin, Kafka, logLevel } from 'kafkajs';
import type { Carrier } from '../kafka/carrier';
import { TOPIC_SETTINGS } from '../kafka/topics';
import type { KafkaSystem } from './kafka-platform';

const SETTINGS = Object.entries(TOPIC_SETTINGS).map(([name, value]) => ({ name, value }));

/** Does to a topic what must not happen to it. */
export class Vandal {
  private constructor(
    private readonly admin: Admin,
    private readonly room: string,
  ) {}

  static async at({ brokers, room }: KafkaSystem): Promise<Vandal> {
    const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    return new Vandal(admin, room);
  }

  async make(topic: string, partitions: number, settings: Record<string, string> = {}): Promise<void> {
    const configEntries = [
      ...SETTINGS.filter(({ name }) => !(name in settings)),
      ...Object.entries(settings).map(([name, value]) => ({ name, value })),
    ];
    await this.admin.createTopics({
      topics: [{ topic: this.inside(topic), numPartitions: partitions, replicationFactor: 1, configEntries }],
    });
  }

  /** Everything that is in it now. */
  async deleteRecords(topic: string): Promise<void> {
    const offsets = await this.admin.fetchTopicOffsets(this.inside(topic));
    const partitions = offsets.map(({ partition, high }) => ({ partition, offset: high }));
    await this.admin.deleteTopicRecords({ topic: this.inside(topic), partitions });
  }

  async deleteTopic(topic: string): Promise<void> {
    await this.admin.deleteTopics({ topics: [this.inside(topic)] });
  }

  async recordsIn(topic: string): Promise<number> {
    const offsets = await this.admin.fetchTopicOffsets(this.inside(topic));
    return offsets.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
  }

  leave(): Promise<void> {
    return this.admin.disconnect();
  }

  private inside(name: string): string {
    return `${this.room}.${name}`;
  }
}

/** A carrier that says it has carried these and has not. */
export function leavingOut(carrier: Carrier, isLeftOut: (value: string) => boolean): Carrier {
  return {
    ensureTopics: (topics) => carrier.ensureTopics(topics),
    produce: async (topic, parcels) => {
      const kept = parcels.map(({ partition, records }) => {
        return { partition, records: records.filter(({ value }) => !isLeftOut(value)) };
      });
      const sent = kept.filter(({ records }) => records.length > 0);
      if (sent.length > 0) await carrier.produce(topic, sent);
    },
    consume: (name, topics, listener) => carrier.consume(name, topics, listener),
    topics: () => carrier.topics(),
    lastRecords: (topic, count) => carrier.lastRecords(topic, count),
    close: () => carrier.close(),
  };
}

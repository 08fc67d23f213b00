import { ClientKafka } from '@nestjs/microservices';
import type { Admin, KafkaConfig } from '@nestjs/microservices/external/kafka.interface';
import { lastValueFrom } from 'rxjs';
import type { Copy } from '../peer/copy';

/** One after the other; each is a topic. */
export const EVENTS = {
  lodged: 'declaration.lodged',
  accepted: 'declaration.accepted',
  screened: 'declaration.screened',
  assessed: 'declaration.assessed',
  secured: 'declaration.secured',
} as const;

/** How Kafka is reached. A group's first seconds are full of errors that are tried again: none is printed. */
export function clientOf(brokers: string[]): KafkaConfig {
  return { clientId: 'plain', brokers, logLevel: 0 };
}

/** Of each topic: so many declarations are worked on at a time. */
export const PARTITIONS = 8;

/** What is told to Kafka, one message at a time. */
export class Events {
  private constructor(private readonly client: ClientKafka) {}

  static async connect(brokers: string[]): Promise<Events> {
    const client = new ClientKafka({ client: clientOf(brokers), producerOnlyMode: true });
    await client.connect();
    return new Events(client);
  }

  async createTopics(): Promise<void> {
    const admin = this.client.unwrap<{ admin(): Admin }>().admin();
    await admin.connect();
    const topics = Object.values(EVENTS).map((topic) => ({ topic, numPartitions: PARTITIONS }));
    await admin.createTopics({ topics, waitForLeaders: true });
    await admin.disconnect();
  }

  async emit(topic: string, copy: Copy): Promise<void> {
    await lastValueFrom(this.client.emit(topic, { key: copy.id, value: copy }));
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

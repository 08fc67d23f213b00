import { Bell } from '../engine/bell';
import { KafkaEngine } from '../kafka/kafka-engine';
import { KafkaJsCarrier } from '../kafka/kafkajs-carrier';
import type { Carrier } from '../kafka/carrier';
import { testDatabase, type TestDatabase } from './database';
import { postgresSystem, type PostgresSystem } from './postgres-platform';
import { inRoom } from './room';
import type { Platform } from './system';

/** So that a test sees in a second what takes half a minute elsewhere. */
export const LOOK_MS = 250;

export interface KafkaSystem extends PostgresSystem {
  readonly room: string;
  readonly brokers: readonly string[];
  carrier(): Carrier;
  /** An engine whose carrier misbehaves. It hears of nothing but from Kafka, as if whoever appends were elsewhere. */
  engineWith(carrier: Carrier): KafkaEngine;
}

/** @param database what somebody else has prepared */
export function kafkaSystem(database: TestDatabase, brokers: readonly string[]): KafkaSystem {
  const system = postgresSystem(database);
  const { connect, name: room } = system.database;
  const carrier = (): Carrier => inRoom(new KafkaJsCarrier(brokers, 'conformance'), room);
  const engineWith = (carried: Carrier): KafkaEngine =>
    new KafkaEngine('conformance', {
      history: system.history,
      connect,
      bell: new Bell(),
      carrier: carried,
      lookMs: LOOK_MS,
    });
  return { ...system, room, brokers, carrier, engineWith, engine: () => engineWith(carrier()) };
}

/** The test run starts one Kafka for whoever asks first. */
async function testBrokers(): Promise<readonly string[]> {
  const answer = await fetch(process.env.TEST_KAFKA_URL!);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text.split(',');
}

export const KAFKA: Platform<KafkaSystem> = {
  name: 'kafka',
  lacks: process.env.TEST_KAFKA_URL ? undefined : 'Java or Maven',
  prepare: testBrokers,
  start: async () => kafkaSystem(await testDatabase(), await testBrokers()),
};

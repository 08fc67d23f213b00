import {
  type Bell,
  type Engine,
  KafkaEngine,
  KafkaJsCarrier,
  PostgresEngine,
  PostgresHistory,
} from '@tonggwan/messaging';
import type { ServiceDatabase } from './environment';

/** What carries events: PostgreSQL itself, or Kafka at these brokers. */
export type EngineChoice =
  { readonly name: 'postgres' } | { readonly name: 'kafka'; readonly brokers: readonly string[] };

/** @param bell rung after each append in this process */
export function engineFor(
  choice: EngineChoice,
  bell: Bell,
): (service: string, database: ServiceDatabase) => Engine {
  return (service, { pool, connect }) =>
    choice.name === 'postgres'
      ? new PostgresEngine(pool, connect, bell)
      : new KafkaEngine(
          new PostgresHistory(pool),
          connect,
          bell,
          new KafkaJsCarrier(choice.brokers, service),
        );
}

import {
  type Bell,
  Convoys,
  type Engine,
  HttpHistory,
  KafkaEngine,
  KafkaJsCarrier,
  type LogDoors,
  PostgresEngine,
  PostgresHistory,
} from '@tonggwan/messaging';
import type { ServiceDatabase } from './environment';

/** What carries events: PostgreSQL itself, or Kafka at these brokers, where other owners may have databases of their own. */
export type EngineChoice =
  | { readonly name: 'postgres' }
  | { readonly name: 'kafka'; readonly brokers: readonly string[]; readonly logs: LogDoors };

/**
 * @param bell rung after each append in this process
 * @param archive the folder of archived events
 */
export function engineFor(
  choice: EngineChoice,
  bell: Bell,
  archive?: string,
): (service: string, database: ServiceDatabase) => Engine {
  return (service, { pool, connect }) => {
    if (choice.name === 'postgres') return new PostgresEngine(pool, connect, bell, new Convoys(1), archive);
    const history = new HttpHistory(choice.logs, new PostgresHistory(pool, archive));
    const carrier = new KafkaJsCarrier(choice.brokers, service);
    return new KafkaEngine(service, { history, connect, bell, carrier });
  };
}

import { hostAll, type HostOrder, lanesProgram } from '@tonggwan/clearance';
import { type Bell, Convoys, KafkaEngine, KafkaJsCarrier, PostgresHistory } from '@tonggwan/messaging';
import { type Hosted, serveLanes } from '@tonggwan/service-host';
import { workerData } from 'node:worker_threads';
import { countStatements } from '../../measure/statements';
import type { SystemOrder } from '../order';

countStatements();

/** The product's own program, or all lanes in one thread over Kafka, which is not how the product is started. */
if ((workerData as { order: SystemOrder }).order.engine === 'postgres') void import(lanesProgram());
else void serveLanes(lanesOverKafka);

/** Brought what they hear by one reader of Kafka. */
function lanesOverKafka(order: HostOrder & SystemOrder, bell: Bell): Promise<Hosted> {
  const convoys = new Convoys();
  let engine: KafkaEngine | undefined;
  return hostAll(order, bell, (_service, { pool, connect }) => {
    return (engine ??= new KafkaEngine('tonggwan-bench', {
      history: new PostgresHistory(pool),
      carrier: new KafkaJsCarrier(order.brokers, 'tonggwan-bench'),
      ...{ connect, bell, convoys },
    }));
  });
}

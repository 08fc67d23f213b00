import { Bell } from '@tonggwan/messaging';
import { parentPort, workerData } from 'node:worker_threads';
import { vitalsOf } from '../front/vitals';
import type { HostedService } from '../host/host-service';
import type { Charge } from './lanes-thread';
import { ringAlong } from './rings';
import { answerFor } from './vitals-line';

/** Services that run, and how they end. */
export interface Hosted {
  readonly services: readonly HostedService[];
  close(): Promise<void>;
}

/** All that the program of a `LanesThread` does. @param host starts the services in this thread */
export async function serveLanes<Order>(host: (order: Order, bell: Bell) => Promise<Hosted>): Promise<void> {
  const { order, bellId, rings, questions } = workerData as Charge<Order>;
  const bell = new Bell(bellId);
  const { services, close } = await host(order, bell);
  ringAlong(bell, rings);
  answerFor(vitalsOf(services), questions);
  parentPort!.once('message', () => void close().then(() => process.exit(0)));
  parentPort!.postMessage('ready');
}

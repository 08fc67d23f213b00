import {
  type DeadLetter,
  LANE_SETTINGS,
  MemoryEngine,
  MemoryLog,
  MemoryStore,
  type OutgoingEvent,
  type StoredEvent,
  type Subscription,
} from '@tonggwan/messaging';
import { EVENT_TYPES } from '@tonggwan/service-host';
import type { ListeningService } from '../simulate/world/service';

/** What became of a recording in a service that began with nothing. */
export interface Heard {
  readonly said: readonly StoredEvent[];
  readonly dead: readonly DeadLetter[];
  /** Why a lane has stopped, if one has. */
  readonly fault: string | undefined;
}

/** Has one service hear, in the order of the recording, all that others said in it. */
export async function hear(
  { name, sources, handlers }: ListeningService,
  events: readonly StoredEvent[],
  now: (event: StoredEvent) => void,
): Promise<Heard> {
  const log = new MemoryLog(() => new Date(0));
  const store = new MemoryStore(name, log, () => new Date(0));
  const engine = new MemoryEngine(log);
  const consumer = { name, sources, store, handlers, types: EVENT_TYPES, settings: LANE_SETTINGS };
  const subscription = await engine.subscribe(consumer);
  const said: StoredEvent[] = [];
  log.watch((appended) => void said.push(...appended.filter(({ source }) => source === name)));
  for (const event of events.filter(({ source }) => sources.includes(source))) {
    now(event);
    log.append(event.source, [{ type: event.type, data: JSON.parse(event.data) as OutgoingEvent['data'] }]);
    await caughtUp(subscription);
  }
  const heard = { said, dead: await store.letters(100), fault: subscription.fault() };
  await engine.close();
  return heard;
}

async function caughtUp(subscription: Subscription): Promise<void> {
  for (;;) {
    await new Promise(setImmediate);
    const lags = await subscription.lag();
    if (subscription.fault() !== undefined || lags.every(({ events }) => events === 0)) return;
  }
}

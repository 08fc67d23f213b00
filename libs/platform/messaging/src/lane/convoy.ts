import { Batch } from '../batch';
import type { StoredEvent } from '../event';
import type { EventTypes } from '../event-types';
import type { Store } from '../store/store';
import { failureOf } from './failure';
import { handle, type Handlers } from './handlers';
import type { LaneSettings } from './settings';
import { moveTogether, type Standing } from './standing';
import { moved } from './triage';

export interface ConvoyParts {
  readonly store: Store;
  readonly handlers: Handlers;
  readonly types: EventTypes;
  readonly settings: LaneSettings;
}

/** What one lane brings along: its next events, all of them or none. */
interface Load {
  readonly standing: Standing;
  readonly events: readonly StoredEvent[];
}

interface Waiting extends Load {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The lanes of one consumer in one process go together: those that are ready share one transaction, and while it is under
 * way the next ones gather. So a batch costs the same statements however its events are spread over the buckets.
 */
export class Convoy {
  private waiting: Waiting[] = [];
  private isUnderWay = false;

  constructor(private readonly parts: ConvoyParts) {}

  /** Resolves when the events have taken effect. @throws what going alone would have thrown */
  join(load: Load): Promise<void> {
    const arrival = new Promise<void>((resolve, reject) => this.waiting.push({ ...load, resolve, reject }));
    if (!this.isUnderWay) void this.depart();
    return arrival;
  }

  /** One transaction for this load and no other. */
  goAlone(load: Load): Promise<void> {
    return this.go([load]);
  }

  private async depart(): Promise<void> {
    this.isUnderWay = true;
    while (this.waiting.length > 0) {
      // Lanes that were told of the same news are there by then.
      await new Promise(setImmediate);
      await this.bring(this.nextLoads());
    }
    this.isUnderWay = false;
  }

  /** As many as make up a batch, in the order in which they came, and one at least. */
  private nextLoads(): readonly Waiting[] {
    const { eventsMax, bytesMax } = this.parts.settings;
    let [events, bytes, count] = [0, 0, 0];
    for (const load of this.waiting) {
      events += load.events.length;
      bytes += load.events.reduce((sum, { data }) => sum + data.length, 0);
      if (count > 0 && (events > eventsMax || bytes > bytesMax)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** A failure of all is nobody's in particular: each goes alone then, unless it is the weather. */
  private async bring(loads: readonly Waiting[]): Promise<void> {
    try {
      await this.go(loads);
      for (const { resolve } of loads) resolve();
    } catch (error) {
      if (loads.length === 1 || failureOf(error) === 'retry') for (const { reject } of loads) reject(error);
      else for (const load of loads) await this.go([load]).then(load.resolve, load.reject);
    }
  }

  private async go(loads: readonly Load[]): Promise<void> {
    const { store, handlers, types, settings } = this.parts;
    const free = loads.flatMap(({ standing, events }) => events.filter((event) => !standing.isBuried(event)));
    const parked = loads.flatMap(({ standing, events }) =>
      events.filter((event) => standing.isBuried(event) && handlers.byType.has(event.type)),
    );
    const moves = loads.map(({ standing, events }) => {
      return { standing, change: { positions: moved(standing.positions, events) } };
    });
    await moveTogether(store, moves, async (transaction) => {
      const batch = new Batch(transaction, types);
      await handle(free, handlers, types, batch, settings.handlerMsMax);
      const letters = parked.map((event) => ({ event, reason: 'waits behind a dead letter', parked: true }));
      if (letters.length > 0) transaction.bury(loads[0]!.standing.name.consumer, letters);
      batch.flush();
    });
    settings.onBatch?.(loads.reduce((sum, { events }) => sum + events.length, 0));
  }
}

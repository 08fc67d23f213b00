import type { StoredEvent } from '../event';
import { Signal } from '../engine/signal';
import { chunksOf } from '../lane/chunks';
import type { LaneSettings } from '../lane/settings';
import type { History, Mark, Store } from '../store/store';
import type { Carrier } from './carrier';
import { toRecord } from './cloud-event';
import { topicOf } from './topics';

/** A relay without news looks again this often all the same. */
const WAIT_MS_MAX = 5_000;

/** In one send; readers take smaller batches from what a partition has. */
const SEND_EVENTS_MAX = 500;

export interface RelayParts {
  readonly store: Store;
  readonly history: History;
  readonly carrier: Carrier;
  readonly settings: LaneSettings;
}

/**
 * Carries one bucket of one service to its topic, one send after the other. What an answer got lost for is sent again:
 * readers drop repeats. Two relays on one bucket are a waste and no harm.
 */
export class Relay {
  readonly news = new Signal();
  private closed = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly bucket: number,
    private readonly parts: RelayParts,
  ) {
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.news.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    const { store, settings, carrier } = this.parts;
    for (let failures = 0; !this.closed;) {
      try {
        if (failures > 0) await carrier.ensureTopics([topicOf(store.service, 1)]);
        for (let mark = await store.mark(this.bucket); !this.closed;) {
          mark = await this.carryOn(mark);
          failures = 0;
        }
      } catch (error) {
        failures += 1;
        settings.onFailure?.({ consumer: `relay ${store.service}`, bucket: this.bucket }, 'retry', error);
        await settings.pause(failures);
      }
    }
  }

  /** Carries what is beyond the mark, or waits for something to be there. Answers where the mark is then. */
  private async carryOn(from: Mark): Promise<Mark> {
    const { store, history, settings } = this.parts;
    const events = await history.read(store.service, this.bucket, from.position, SEND_EVENTS_MAX);
    if (events.length === 0) await this.news.wait(WAIT_MS_MAX);
    let mark = from;
    const limits = { eventsMax: SEND_EVENTS_MAX, bytesMax: settings.bytesMax };
    for (const chunk of chunksOf(events, limits)) mark = await this.send(chunk, mark);
    return mark;
  }

  private async send(events: readonly StoredEvent[], from: Mark): Promise<Mark> {
    const { store, carrier } = this.parts;
    const { epoch, position } = events.at(-1)!;
    await carrier.produce(topicOf(store.service, epoch), this.bucket, events.map(toRecord));
    const to = { epoch, position };
    return (await store.moveMark(this.bucket, from, to)) ? to : store.mark(this.bucket);
  }
}

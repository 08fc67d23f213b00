import type { StoredEvent } from '../event';
import { Signal } from '../engine/signal';
import { chunksOf } from '../lane/chunks';
import { NOWHERE } from '../lane/triage';
import type { LaneSettings } from '../lane/settings';
import type { History, Mark, Store } from '../store/store';
import type { Carrier } from './carrier';
import type { Marks } from './marks';
import { Post } from './post';
import { toRecord } from './cloud-event';
import { topicOf } from './topics';

/** A relay without news looks again this often all the same. */
const WAIT_MS_MAX = 5_000;

/** In one send; readers take smaller batches from what a partition has. */
const SEND_EVENTS_MAX = 500;

/** The mark is stored this often, and when the relay ends. */
const STORE_MS = 500;

export interface RelayParts {
  readonly store: Store;
  /** Of the service, shared by the relays of all buckets. */
  readonly marks: Marks;
  readonly history: History;
  readonly carrier: Carrier;
  /** To the topic of that name, shared by the relays of all buckets. */
  readonly postTo: (topic: string) => Post;
  readonly settings: LaneSettings;
  /** The last position of a bucket that is known here: the log is not read where there is nothing beyond the mark. */
  readonly headOf: (bucket: number) => number;
}

/**
 * Carries one bucket of one service to its topic, one send after the other. What an answer got lost for is sent again, and
 * after a crash what was sent since the mark was stored: readers drop repeats. Two relays on one bucket are a waste and no
 * harm.
 */
export class Relay {
  readonly news = new Signal();
  private closed = false;
  private stored: Mark = NOWHERE;
  /** What it has carried. */
  private reached: Mark = NOWHERE;
  private storedAt = 0;
  private readonly running: Promise<void>;

  constructor(
    private readonly bucket: number,
    private readonly parts: RelayParts,
  ) {
    this.running = this.run();
  }

  get position(): number {
    return this.reached.position;
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
        this.stored = await store.mark(this.bucket);
        if (failures > 0) await carrier.ensureTopics([topicOf(store.service, this.stored.epoch)]);
        this.reached = this.stored;
        while (!this.closed) {
          this.reached = await this.carryOn(this.reached);
          failures = 0;
        }
        await this.keep(this.reached);
      } catch (error) {
        failures += 1;
        settings.onFailure?.({ consumer: `relay ${store.service}`, bucket: this.bucket }, 'retry', error);
        await settings.pause(failures);
      }
    }
  }

  /** Carries what is beyond the mark, or waits for something to be there. Answers where the mark is then. */
  private async carryOn(from: Mark): Promise<Mark> {
    const { settings } = this.parts;
    const events = await this.beyond(from);
    const limits = { eventsMax: SEND_EVENTS_MAX, bytesMax: settings.bytesMax };
    let mark = from;
    for (const chunk of chunksOf(events, limits)) mark = await this.send(chunk);
    const dueMs = this.dueAt - settings.now();
    if (dueMs <= 0) mark = await this.keep(mark);
    if (events.length === 0) await this.news.wait(this.isStored(mark) ? WAIT_MS_MAX : dueMs);
    return mark;
  }

  /** What comes next, of one life. */
  private async beyond({ position }: Mark): Promise<readonly StoredEvent[]> {
    const { store, history, headOf } = this.parts;
    if (headOf(this.bucket) <= position) return [];
    const events = await history.read(store.service, this.bucket, position, SEND_EVENTS_MAX);
    return events.filter(({ epoch }) => epoch === events[0]!.epoch);
  }

  /** At the same instants for all buckets. */
  private get dueAt(): number {
    return Math.ceil((this.storedAt + 1) / STORE_MS) * STORE_MS;
  }

  private isStored({ epoch, position }: Mark): boolean {
    return epoch === this.stored.epoch && position === this.stored.position;
  }

  private async send(events: readonly StoredEvent[]): Promise<Mark> {
    const { epoch, position } = events.at(-1)!;
    const post = this.parts.postTo(topicOf(this.parts.store.service, epoch));
    await post.send({ partition: this.bucket, records: events.map(toRecord) });
    return { epoch, position };
  }

  /** Stores the mark; where somebody else has moved it, his is the one to go on from. */
  private async keep(mark: Mark): Promise<Mark> {
    const { store, marks, settings } = this.parts;
    this.storedAt = settings.now();
    if (this.isStored(mark)) return mark;
    const isMine = await marks.move({ bucket: this.bucket, from: this.stored, to: mark });
    return (this.stored = isMine ? mark : await store.mark(this.bucket));
  }
}

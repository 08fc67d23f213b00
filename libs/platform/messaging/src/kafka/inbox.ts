import type { StoredEvent } from '../event';
import { Signal } from '../engine/signal';

/** Beyond this nothing more is taken in until the lane has emptied it; what came last may go over it by one delivery. */
const EVENTS_MAX = 1_000;
const CHARACTERS_MAX = 4 * 1024 * 1024;

/** What was delivered for a lane and not yet taken, so that Kafka need not wait for the database nor deliver again. */
export class Inbox {
  readonly news = new Signal();
  private events: StoredEvent[] = [];
  private characters = 0;
  /** Of what is there. */
  sources = new Set<string>();
  private waiting: (() => void)[] = [];

  get isFull(): boolean {
    return this.events.length >= EVENTS_MAX || this.characters >= CHARACTERS_MAX;
  }

  put(events: readonly StoredEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.sources.add(event.source);
      this.characters += event.data.length;
    }
    this.news.ring();
  }

  /** Everything that is there. Who waited for room is told. */
  empty(): readonly StoredEvent[] {
    const { events, waiting } = this;
    [this.events, this.characters, this.waiting, this.sources] = [[], 0, [], new Set()];
    for (const tell of waiting) tell();
    return events;
  }

  whenRoom(tell: () => void): void {
    this.waiting.push(tell);
  }
}

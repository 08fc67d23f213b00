import type { StoredEvent } from '../event';
import { Signal } from '../engine/signal';

/** Beyond this nothing more is taken in until the lane has emptied it; what came last may go over it by one delivery. */
const EVENTS_MAX = 1_000;
const CHARACTERS_MAX = 4 * 1024 * 1024;

/** What was delivered for a lane and not yet taken, so that Kafka need not wait for the database nor deliver again. */
export class Inbox {
  readonly news = new Signal();
  private bySource = new Map<string, StoredEvent[]>();
  private count = 0;
  private characters = 0;
  private waiting: (() => void)[] = [];

  get isFull(): boolean {
    return this.count >= EVENTS_MAX || this.characters >= CHARACTERS_MAX;
  }

  /** Of what is there. */
  get sources(): readonly string[] {
    return [...this.bySource.keys()];
  }

  put(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const others = this.bySource.get(event.source);
      if (others) others.push(event);
      else this.bySource.set(event.source, [event]);
      this.count += 1;
      this.characters += event.data.length;
    }
    this.news.ring();
  }

  /** Everything of these sources. Who waited for room is told, unless there is none yet. */
  take(sources: readonly string[]): readonly StoredEvent[] {
    const events = sources.flatMap((source) => this.bySource.get(source) ?? []);
    for (const source of sources) this.bySource.delete(source);
    this.count -= events.length;
    this.characters -= events.reduce((sum, { data }) => sum + data.length, 0);
    if (!this.isFull) for (const tell of this.waiting.splice(0)) tell();
    return events;
  }

  empty(): void {
    this.take(this.sources);
  }

  whenRoom(tell: () => void): void {
    this.waiting.push(tell);
  }
}

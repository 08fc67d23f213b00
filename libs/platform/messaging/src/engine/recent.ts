import { BUCKETS } from '../bucket';
import type { Place, StoredEvent } from '../event';

/** Characters of data that are kept of one bucket of one source: about as many bytes. */
const CHARACTERS_MAX = 2 * 1024 * 1024;

/** The end of one bucket's log: events without a gap, the oldest first. */
class Tail {
  private events: StoredEvent[] = [];
  private characters = 0;

  add(event: StoredEvent): void {
    const last = this.events.at(-1);
    if (last && event.position !== last.position + 1) [this.events, this.characters] = [[], 0];
    this.events.push(event);
    this.characters += event.data.length;
    if (this.characters > 2 * CHARACTERS_MAX) this.forgetOldest();
  }

  isOfEpochBefore(epoch: number): boolean {
    return (this.events[0]?.epoch ?? epoch) < epoch;
  }

  after(position: number, limit: number): readonly StoredEvent[] {
    const first = this.events[0]?.position ?? Infinity;
    const from = position + 1 - first;
    return from < 0 ? [] : this.events.slice(from, from + limit);
  }

  /** Seldom and much at once. */
  private forgetOldest(): void {
    let index = 0;
    for (; this.characters > CHARACTERS_MAX; index += 1) this.characters -= this.events[index]!.data.length;
    this.events = this.events.slice(index);
  }
}

/** The ends of the logs as far as this process has written them: only what is committed, and not for long. */
export class Recent {
  private readonly tails = new Map<string, readonly Tail[]>();

  add(events: readonly StoredEvent[]): void {
    for (const event of events) this.tailOf(event).add(event);
  }

  /** What comes next after a position; nothing when that is not kept here. */
  after(source: string, bucket: number, position: number, limit: number): readonly StoredEvent[] {
    return this.tailOf({ source, bucket }).after(position, limit);
  }

  /** The event at a place, as long as it is kept. */
  at({ source, epoch, bucket, position }: Place): StoredEvent | undefined {
    const [event] = this.after(source, bucket, position - 1, 1);
    return event?.epoch === epoch ? event : undefined;
  }

  /** A log that has gone back in time has none of this any more. */
  forget(source: string): void {
    this.tails.delete(source);
  }

  /** What is kept of earlier lives of a log may be no more. */
  forgetBefore(source: string, epoch: number): void {
    const tails = this.tails.get(source) ?? [];
    if (tails.some((tail) => tail.isOfEpochBefore(epoch))) this.forget(source);
  }

  private tailOf({ source, bucket }: Pick<StoredEvent, 'source' | 'bucket'>): Tail {
    let tails = this.tails.get(source);
    if (!tails) this.tails.set(source, (tails = Array.from({ length: BUCKETS }, () => new Tail())));
    return tails[bucket]!;
  }
}

import { BUCKETS } from '../bucket';
import type { Place, StoredEvent } from '../event';
import { NOWHERE } from '../lane/triage';

/** Characters of data that are kept of one bucket of one source: about as many bytes. */
const CHARACTERS_MAX = 2 * 1024 * 1024;

/** The end of one bucket's log: events without a gap, the oldest first. */
class Tail {
  private events: StoredEvent[] = [];
  /** Added last; it may be forgotten by now. */
  private last: Pick<Place, 'epoch' | 'position'> | undefined;
  private characters = 0;

  add(event: StoredEvent): void {
    if (this.has(event)) return;
    const { last } = this;
    if (last && event.position !== last.position + 1) [this.events, this.characters] = [[], 0];
    this.events.push(event);
    this.last = event;
    this.characters += event.data.length;
    if (this.characters > 2 * CHARACTERS_MAX) this.forgetOldest();
  }

  /** Whether this place, or one behind it, was added already. */
  has({ epoch, position }: Pick<Place, 'epoch' | 'position'>): boolean {
    const { last } = this;
    return last !== undefined && (epoch === last.epoch ? position <= last.position : epoch < last.epoch);
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

/** The ends of the logs as far as this process has written or been brought them: only what is committed, and not for long. */
export class Recent {
  private readonly tails = new Map<string, readonly Tail[]>();
  /** The latest life of each source that is known of; what comes late of those before is not kept. */
  private readonly lives = new Map<string, number>();

  add(events: readonly StoredEvent[]): void {
    for (const event of events) if (!this.isOver(event)) this.tailOf(event).add(event);
  }

  /** What comes next after a position; nothing when that is not kept here. */
  after(source: string, bucket: number, position: number, limit: number): readonly StoredEvent[] {
    return this.tailOf({ source, bucket }).after(position, limit);
  }

  /** Whether what stands at a place was added, or something behind it, or is of a life that is over. */
  has(place: Place): boolean {
    return this.isOver(place) || this.tailOf(place).has(place);
  }

  /** A log that has gone back in time has none of this any more. */
  forget(source: string): void {
    this.tails.delete(source);
  }

  /** What is kept of earlier lives of a log may be no more. */
  forgetBefore(source: string, epoch: number): void {
    if (this.lifeOf(source) >= epoch) return;
    this.lives.set(source, epoch);
    this.forget(source);
  }

  private isOver({ source, epoch }: Pick<Place, 'source' | 'epoch'>): boolean {
    return epoch < this.lifeOf(source);
  }

  private lifeOf(source: string): number {
    return this.lives.get(source) ?? NOWHERE.epoch;
  }

  private tailOf({ source, bucket }: Pick<StoredEvent, 'source' | 'bucket'>): Tail {
    let tails = this.tails.get(source);
    if (!tails) this.tails.set(source, (tails = Array.from({ length: BUCKETS }, () => new Tail())));
    return tails[bucket]!;
  }
}

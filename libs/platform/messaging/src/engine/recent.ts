import { BUCKETS } from '../bucket';
import type { Place, StoredEvent } from '../event';
import { NOWHERE } from '../lane/triage';

/** Characters of data that are kept of one bucket of one source: about as many bytes. */
const CHARACTERS_MAX = 2 * 1024 * 1024;

/**
 * The end of one bucket's log. What two connections have committed one behind the other may be told of in the other order, and
 * what another process has appended not at all: there are gaps, which may close.
 */
class Tail {
  private readonly events = new Map<number, StoredEvent>();
  private epoch = NOWHERE.epoch;
  /** What stands here or before may have been forgotten. */
  private forgottenTo = NOWHERE.position;
  private characters = 0;

  add(event: StoredEvent): void {
    if (this.has(event)) return;
    if (event.epoch > this.epoch) this.begin(event.epoch);
    this.events.set(event.position, event);
    this.characters += event.data.length;
    if (this.characters > 2 * CHARACTERS_MAX) this.forgetOldest();
  }

  /** Whether this place was added, or is of before what is kept. */
  has({ epoch, position }: Pick<Place, 'epoch' | 'position'>): boolean {
    if (epoch !== this.epoch) return epoch < this.epoch;
    return position <= this.forgottenTo || this.events.has(position);
  }

  after(position: number, limit: number): readonly StoredEvent[] {
    const found: StoredEvent[] = [];
    for (let next = position + 1; found.length < limit; next += 1) {
      const event = this.events.get(next);
      if (!event) break;
      found.push(event);
    }
    return found;
  }

  private begin(epoch: number): void {
    this.events.clear();
    [this.epoch, this.forgottenTo, this.characters] = [epoch, NOWHERE.position, 0];
  }

  /** Seldom and much at once. */
  private forgetOldest(): void {
    for (const [position, { data }] of this.events) {
      if (this.characters <= CHARACTERS_MAX) break;
      this.events.delete(position);
      this.characters -= data.length;
      this.forgottenTo = Math.max(this.forgottenTo, position);
    }
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

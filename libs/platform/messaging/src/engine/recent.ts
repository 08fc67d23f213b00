import { BUCKETS } from '../bucket';
import type { Place, StoredEvent } from '../event';
import { forgetData } from '../event-data';
import { NOWHERE } from '../lane/triage';

/** Characters of data that are kept of one bucket of one source: about as many bytes. */
const CHARACTERS_MAX = 2 * 1024 * 1024;

/** After so many more it is asked what everybody has taken. */
const CHARACTERS_TAKEN = 256 * 1024;

/** Somebody here who takes events. */
interface Taker {
  readonly sources: readonly string[];
  /** How far he has come in a bucket, or undefined where he takes none of it. */
  positionIn(source: string, bucket: number): number | undefined;
  /** He sets out by himself when something is there, and takes others along. */
  readonly setsOut?: boolean;
}

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
  private askAt = CHARACTERS_TAKEN;

  /** @param takenTo the last position that nobody here has still to take */
  add(event: StoredEvent, takenTo: () => number): void {
    if (this.has(event)) return;
    if (event.epoch > this.epoch) this.begin(event.epoch);
    this.events.set(event.position, event);
    this.characters += event.data.length;
    if (this.characters > this.askAt) this.forgetTaken(takenTo());
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
    this.askAt = CHARACTERS_TAKEN;
  }

  private forgetTaken(to: number): void {
    for (const event of this.events.values()) if (event.position <= to) this.forget(event);
    this.askAt = this.characters + CHARACTERS_TAKEN;
  }

  /** Seldom and much at once. */
  private forgetOldest(): void {
    for (const event of this.events.values()) {
      if (this.characters <= CHARACTERS_MAX) break;
      this.forget(event);
    }
  }

  private forget(event: StoredEvent): void {
    const { position, data } = event;
    this.events.delete(position);
    this.characters -= data.length;
    this.forgottenTo = Math.max(this.forgottenTo, position);
    forgetData(event);
  }
}

/** The ends of the logs as far as this process has written or been brought them: only what is committed, and not for long. */
export class Recent {
  private readonly tails = new Map<string, readonly Tail[]>();
  /** The latest life of each source that is known of; what comes late of those before is not kept. */
  private readonly lives = new Map<string, number>();
  private readonly takers = new Set<Taker>();

  /** What all of them have taken is not kept. The answer takes him off again. */
  enlist(taker: Taker): () => void {
    this.takers.add(taker);
    return () => this.takers.delete(taker);
  }

  /** What nobody here takes is not kept: in the thread of the doors there is nobody. */
  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (!this.isTaken(event)) forgetData(event);
      else if (!this.isOver(event)) this.tailOf(event).add(event, () => this.takenTo(event));
    }
  }

  /** What comes next after a position; nothing when that is not kept here. */
  after(source: string, bucket: number, position: number, limit: number): readonly StoredEvent[] {
    return this.tailOf({ source, bucket }).after(position, limit);
  }

  /** Whether what stands at a place was added, or something behind it, or is of a life that is over. */
  has(place: Place): boolean {
    return this.isOver(place) || this.tailOf(place).has(place);
  }

  /** Whether somebody here will still set out with what stands at a place. */
  isStillTaken({ source, bucket, position }: Place): boolean {
    return [...this.takers].some(
      (taker) =>
        taker.setsOut &&
        taker.sources.includes(source) &&
        (taker.positionIn(source, bucket) ?? Infinity) < position,
    );
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

  private isTaken({ source }: StoredEvent): boolean {
    for (const { sources } of this.takers) if (sources.includes(source)) return true;
    return false;
  }

  private takenTo({ source, bucket }: StoredEvent): number {
    const takers = [...this.takers].filter(({ sources }) => sources.includes(source));
    return Math.min(...takers.map((taker) => taker.positionIn(source, bucket) ?? Infinity));
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

import type { History, Mark } from '../store/store';
import type { Appended, Bell } from './bell';
import { Signal } from './signal';
import { ALL_BUCKETS } from '../bucket';
import { NOWHERE } from '../lane/triage';

const LOOK_MS_BUSY = 20;

/** In a silence, for a knock that was lost, and while nobody answers. */
const LOOK_MS_MAX = 2_000;

/** Quiet looks after which the pause doubles with each further one. A failure doubles it at once. */
const LOOKS_UNTIL_IDLE = 10;

/** How long a look at the outboxes may wait where something else tells of news, in milliseconds. */
export type Rhythm = () => number;

/**
 * How far the logs of all sources of a consumer have come. What this process appends it is told; for what others append it
 * looks, often while events of theirs come or have been knocked for, and ever more seldom while none do.
 */
export class Heads {
  private readonly known: ReadonlyMap<string, number[]>;
  /** Of what the bell was rung for. */
  private readonly epochs = new Map<string, number>();
  private readonly signal = new Signal();
  private readonly mute: () => void;
  private readonly watching: Promise<void>;
  private closed = false;
  private quiet = 0;

  constructor(
    private readonly sources: readonly string[],
    private readonly history: History,
    bell: Bell,
    private readonly onMoved: (buckets: ReadonlySet<number>) => void,
    private readonly onFailure: (error: unknown) => void,
    private readonly rhythm?: Rhythm,
  ) {
    this.known = new Map(sources.map((source) => [source, ALL_BUCKETS.map(() => 0)]));
    this.mute = bell.add((appended) => this.hear(appended));
    this.watching = this.watch();
  }

  /** The last position that is known of a source's bucket. */
  of(source: string, bucket: number): number {
    return this.known.get(source)?.[bucket] ?? 0;
  }

  /** The last place that is known of a log which this process appends to. */
  markOf(source: string, bucket: number): Mark {
    return { epoch: this.epochs.get(source) ?? NOWHERE.epoch, position: this.of(source, bucket) };
  }

  /** Looks at once and often: another process has added to this log. */
  expect(source: string): void {
    if (!this.known.has(source)) return;
    this.quiet = 0;
    this.signal.ring();
  }

  /** Looks at once: what was told meanwhile nobody has heard. */
  lookAgain(): void {
    this.signal.ring();
  }

  /** Looks at all anew: a log may have gone back to before what is known of it. */
  forget(): void {
    for (const heads of this.known.values()) heads.fill(0);
    this.signal.ring();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.mute();
    this.signal.ring();
    await this.watching;
  }

  private hear(appended: Appended | undefined): void {
    if (!appended) return this.lookAgain();
    const moved = new Set<number>();
    for (const { source, epoch, bucket, position } of appended) {
      const heads = this.known.get(source);
      if (heads) this.epochs.set(source, epoch);
      if (!heads || position <= heads[bucket]!) continue;
      heads[bucket] = position;
      moved.add(bucket);
    }
    if (moved.size > 0) this.onMoved(moved);
  }

  private async watch(): Promise<void> {
    for (let failures = 0; !this.closed; this.quiet += 1) {
      try {
        const moved = await this.look();
        failures = 0;
        if (moved.size > 0) {
          this.quiet = 0;
          this.onMoved(moved);
        }
      } catch (error) {
        failures += 1;
        this.onFailure(error);
      }
      await this.signal.wait(this.rhythm?.() ?? this.restMs(failures));
    }
  }

  private restMs(failures: number): number {
    const doublings = failures + Math.max(0, this.quiet - LOOKS_UNTIL_IDLE);
    return Math.min(LOOK_MS_MAX, LOOK_MS_BUSY * 2 ** doublings);
  }

  private async look(): Promise<ReadonlySet<number>> {
    const heads = await this.history.heads(this.sources);
    const moved = new Set<number>();
    for (const [source, buckets] of heads) {
      const known = this.known.get(source)!;
      buckets.forEach((head, bucket) => {
        // An append of this process may have been told of since the look.
        if (head <= known[bucket]!) return;
        known[bucket] = head;
        moved.add(bucket);
      });
    }
    return moved;
  }
}

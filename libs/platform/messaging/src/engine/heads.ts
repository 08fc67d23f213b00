import type { History } from '../store/store';
import { type Bell, Signal } from './signal';

const LOOK_MS_BUSY = 20;
const LOOK_MS_IDLE = 250;

/** Quiet looks after which the pause grows. */
const LOOKS_UNTIL_IDLE = 10;

/** One look at all sources for all lanes of a consumer, often while events come and seldom while none do. */
export class Heads {
  private known: ReadonlyMap<string, readonly number[]> = new Map();
  private readonly signal = new Signal();
  private readonly mute: () => void;
  private readonly watching: Promise<void>;
  private closed = false;

  constructor(
    private readonly sources: readonly string[],
    private readonly history: History,
    bell: Bell,
    private readonly onMoved: (buckets: ReadonlySet<number>) => void,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.mute = bell.add(this.signal);
    this.watching = this.watch();
  }

  /** The last position that is known of a source's bucket. */
  of(source: string, bucket: number): number {
    return this.known.get(source)?.[bucket] ?? 0;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.mute();
    this.signal.ring();
    await this.watching;
  }

  private async watch(): Promise<void> {
    for (let quiet = 0; !this.closed; quiet += 1) {
      try {
        const moved = await this.look();
        if (moved.size > 0) {
          quiet = 0;
          this.onMoved(moved);
        }
      } catch (error) {
        this.onFailure(error);
      }
      await this.signal.wait(quiet < LOOKS_UNTIL_IDLE ? LOOK_MS_BUSY : LOOK_MS_IDLE);
    }
  }

  private async look(): Promise<ReadonlySet<number>> {
    const heads = await this.history.heads(this.sources);
    const moved = new Set<number>();
    for (const [source, buckets] of heads) {
      buckets.forEach((head, bucket) => {
        if (head !== this.of(source, bucket)) moved.add(bucket);
      });
    }
    this.known = heads;
    return moved;
  }
}

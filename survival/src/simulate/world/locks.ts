import { ALL_BUCKETS, type BucketShare, type BucketWork } from '@tonggwan/messaging';
import type { Fate } from './fate';
import type { Life } from './life';
import type { SimulatedTime } from './simulated-time';

/** A process that shares the buckets of one consumer. */
interface Holder {
  readonly life: Life;
  readonly work: BucketWork;
  buckets: readonly number[];
  change: Promise<void>;
}

/** A host that is gone without a word is missed after that. */
const MISSED_AFTER_MS = 1_500;
/** Whoever finds no database asks again after that. */
const AGAIN_MS = 200;
const HEARS_LATE_MS = 800;

/** Who has which buckets, as the locks in a database say. Who has lost some may hear of it long after another has them. */
export class Locks {
  private readonly holders = new Map<string, readonly Holder[]>();

  constructor(
    private readonly time: SimulatedTime,
    private readonly fate: Fate,
  ) {}

  shareFor(life: Life): (work: BucketWork) => BucketShare {
    return (work) => {
      const holder: Holder = { life, work, buckets: [], change: Promise.resolve() };
      return {
        start: () => Promise.resolve(void this.join(holder)),
        close: () => this.leave(holder),
      };
    };
  }

  private async join(holder: Holder): Promise<void> {
    const { life, work } = holder;
    while (life.isAlive) {
      try {
        await life.step(`${work.name} asks for its share`);
        life.onDeath(() => void this.missed(holder));
        this.holders.set(work.name, [...this.of(work.name), holder]);
        return this.share(work.name);
      } catch {
        await this.time.sleep(AGAIN_MS);
      }
    }
  }

  private async missed(holder: Holder): Promise<void> {
    await this.time.sleep(MISSED_AFTER_MS);
    this.remove(holder);
  }

  private async leave(holder: Holder): Promise<void> {
    this.remove(holder);
    await this.settle(holder);
  }

  private remove(holder: Holder): void {
    const { name } = holder.work;
    const others = this.of(name).filter((other) => other !== holder);
    if (others.length === this.of(name).length) return;
    this.holders.set(name, others);
    this.share(name);
  }

  private share(name: string): void {
    for (const holder of this.of(name)) {
      const buckets = this.shareOf(holder);
      const givesUp = holder.buckets.some((bucket) => !buckets.includes(bucket));
      const isLate = givesUp && this.fate.strikes(`hears late that it is no owner: ${name}`, 300);
      void this.time.sleep(isLate ? HEARS_LATE_MS : this.fate.delayMs(`${name} shares`)).then(() => {
        if (holder.life.isAlive) void this.settle(holder);
      });
    }
  }

  /** As it is now; nothing for who is no holder any more. */
  private shareOf(holder: Holder): readonly number[] {
    const holders = this.of(holder.work.name);
    return ALL_BUCKETS.filter((bucket) => holders[bucket % holders.length] === holder);
  }

  /** One change after the other, each to what is right by then. */
  private settle(holder: Holder): Promise<void> {
    return (holder.change = holder.change.then(() => this.assign(holder, this.shareOf(holder))));
  }

  private async assign(holder: Holder, buckets: readonly number[]): Promise<void> {
    const { work, buckets: before } = holder;
    const lost = before.filter((bucket) => !buckets.includes(bucket));
    holder.buckets = before.filter((bucket) => buckets.includes(bucket));
    if (lost.length > 0) work.onHeld?.(holder.buckets);
    await Promise.all(lost.map((bucket) => work.giveUp(bucket)));
    for (const bucket of buckets) if (!before.includes(bucket)) await this.takeUp(holder, bucket);
  }

  private async takeUp(holder: Holder, bucket: number): Promise<void> {
    const { work, life } = holder;
    try {
      await work.takeUp(bucket);
      holder.buckets = [...holder.buckets, bucket];
      work.onHeld?.(holder.buckets);
    } catch (error) {
      work.onFailure(error);
      if (life.isAlive) void this.time.sleep(AGAIN_MS).then(() => this.settle(holder));
    }
  }

  private of(name: string): readonly Holder[] {
    return this.holders.get(name) ?? [];
  }
}

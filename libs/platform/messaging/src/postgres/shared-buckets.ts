import type { Client } from 'pg';
import type { BucketShare, BucketWork } from '../engine/bucket-share';
import { Signal } from '../engine/signal';
import { BucketOwnership } from './bucket-ownership';

const BALANCE_MS = 3_000;

/** One line of work in one process: takes its share of the buckets, keeps it while its session lives, gives it up with it. */
export class SharedBuckets implements BucketShare {
  private readonly held = new Set<number>();
  private readonly tick = new Signal();
  private closed = false;
  private working: Promise<void> = Promise.resolve();

  /** @param connect opens a session of its own, for locks that last as long as it does */
  constructor(
    private readonly connect: () => Promise<Client>,
    private readonly work: BucketWork,
  ) {}

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.working = this.run(resolve);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.tick.ring();
    await this.working;
  }

  /** A session after another: what a lost one held is given up, since somebody else may have it already. */
  private async run(ready: () => void): Promise<void> {
    for (let failures = 0; !this.closed;) {
      let ownership: BucketOwnership | undefined;
      try {
        const session = await this.connect();
        const onLost = (): void => this.tick.ring();
        ownership = await BucketOwnership.join(session, this.work.name, onLost, (knock) =>
          this.work.onKnock?.(knock),
        );
        this.work.onListening?.();
        while (!this.closed) {
          await this.balance(ownership);
          ready();
          failures = 0;
          await this.tick.wait(BALANCE_MS);
        }
      } catch (error) {
        this.work.onFailure(error);
        await this.work.pause((failures += 1));
      } finally {
        await this.giveUp([...this.held]);
        await ownership?.leave();
      }
    }
    ready();
  }

  private async balance(ownership: BucketOwnership): Promise<void> {
    const share = await ownership.fairShare();
    for (const bucket of [...ownership.buckets].slice(share)) {
      await this.giveUp([bucket]);
      await ownership.release(bucket);
    }
    const acquired = await ownership.acquire(share);
    for (const bucket of acquired) {
      this.held.add(bucket);
      await this.work.takeUp(bucket);
    }
    if (acquired.length > 0) this.tell();
  }

  private async giveUp(buckets: readonly number[]): Promise<void> {
    for (const bucket of buckets) this.held.delete(bucket);
    if (buckets.length > 0) this.tell();
    await Promise.all(buckets.map((bucket) => this.work.giveUp(bucket)));
  }

  private tell(): void {
    this.work.onHeld?.([...this.held]);
  }
}

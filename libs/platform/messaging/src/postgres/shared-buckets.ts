import type { Client } from 'pg';
import { Signal } from '../engine/signal';
import { BucketOwnership } from './bucket-ownership';

const BALANCE_MS = 3_000;

/** What is done with a bucket while it is ours. */
export interface BucketWork {
  /** Unique among everything that shares this database's buckets: the name of the locks. */
  readonly name: string;
  takeUp(bucket: number): Promise<void>;
  giveUp(bucket: number): Promise<void>;
  /** With each knock on the database, for which its session listens. */
  onKnock(knock: string): void;
  /** Listens again: knocks may have been lost before. */
  onListening(): void;
  onFailure(error: unknown): void;
  pause(tries: number): Promise<void>;
}

/** One line of work in one process: takes its share of the buckets, keeps it while its session lives, gives it up with it. */
export class SharedBuckets {
  private readonly held = new Set<number>();
  private readonly tick = new Signal();
  private closed = false;
  private working: Promise<void> = Promise.resolve();

  /** @param connect opens a session of its own, for locks that last as long as it does */
  constructor(
    private readonly connect: () => Promise<Client>,
    private readonly work: BucketWork,
  ) {}

  /** Resolves once this process has had its first chance at the buckets. */
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
        ownership = await BucketOwnership.join(session, this.work.name, onLost, this.work.onKnock);
        this.work.onListening();
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
    for (const bucket of await ownership.acquire(share)) {
      this.held.add(bucket);
      await this.work.takeUp(bucket);
    }
  }

  private async giveUp(buckets: readonly number[]): Promise<void> {
    for (const bucket of buckets) this.held.delete(bucket);
    await Promise.all(buckets.map((bucket) => this.work.giveUp(bucket)));
  }
}

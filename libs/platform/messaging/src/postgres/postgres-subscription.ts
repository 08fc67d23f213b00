import type { Client } from 'pg';
import type { Consumer, Subscription } from '../engine/engine';
import { Heads } from '../engine/heads';
import { LaneLoop } from '../engine/lane-loop';
import { watchReplays } from '../engine/replays';
import { type Bell, Signal } from '../engine/signal';
import { Lane } from '../lane/lane';
import type { History } from '../store/store';
import { BucketOwnership } from './bucket-ownership';

const PING_MS = 3_000;

/** One consumer in one process: takes its share of the buckets, keeps it while its session lives, and gives it up with it. */
export class PostgresSubscription implements Subscription {
  private readonly loops = new Map<number, LaneLoop>();
  private readonly heads: Heads;
  private readonly ignoreReplays: () => void;
  private readonly tick = new Signal();
  private closed = false;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumer: Consumer,
    private readonly history: History,
    private readonly connect: () => Promise<Client>,
    bell: Bell,
  ) {
    const onFailure = (error: unknown): void => this.report(error);
    this.heads = new Heads(consumer.sources, history, bell, (buckets) => this.wake(buckets), onFailure);
    this.ignoreReplays = watchReplays(consumer, () => this.lanes());
  }

  /** Resolves once this process has had its first chance at the buckets. */
  async start(): Promise<void> {
    const first = new Promise<void>((resolve) => {
      this.working = this.work(resolve);
    });
    await first;
  }

  lanes(): readonly Lane[] {
    return [...this.loops.values()].map(({ lane }) => lane);
  }

  fault(): string | undefined {
    return this.lanes().find(({ stopped }) => stopped)?.stopped;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.ignoreReplays();
    this.tick.ring();
    await this.working;
    await this.heads.close();
  }

  /** A session after another: what a lost one held is given up, since somebody else may have it already. */
  private async work(ready: () => void): Promise<void> {
    for (let failures = 0; !this.closed; failures += 1) {
      let session: Client | undefined;
      try {
        session = await this.connect();
        const ownership = new BucketOwnership(session, this.consumer.name);
        await ownership.join();
        while (!this.closed) {
          await this.balance(ownership);
          ready();
          failures = 0;
          await this.tick.wait(PING_MS);
        }
      } catch (error) {
        this.report(error);
        await this.consumer.settings.pause(failures + 1);
      } finally {
        await this.giveUp([...this.loops.keys()]);
        await session?.end().catch(() => undefined);
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
    for (const bucket of await ownership.acquire(share)) await this.takeUp(bucket);
  }

  private async takeUp(bucket: number): Promise<void> {
    const { name, sources, settings } = this.consumer;
    const lane = await Lane.open({ consumer: name, bucket }, { ...this.consumer, history: this.history });
    this.loops.set(bucket, new LaneLoop(lane, sources, this.history, this.heads, settings));
  }

  private async giveUp(buckets: readonly number[]): Promise<void> {
    const loops = buckets.flatMap((bucket) => this.loops.get(bucket) ?? []);
    buckets.forEach((bucket) => this.loops.delete(bucket));
    await Promise.all(loops.map((loop) => loop.close()));
  }

  private wake(buckets: ReadonlySet<number>): void {
    for (const bucket of buckets) this.loops.get(bucket)?.news.ring();
  }

  private report(error: unknown): void {
    this.consumer.settings.onFailure?.({ consumer: this.consumer.name, bucket: -1 }, 'retry', error);
  }
}

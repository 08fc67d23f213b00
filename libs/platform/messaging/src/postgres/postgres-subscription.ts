import type { Client } from 'pg';
import type { Consumer, Subscription } from '../engine/engine';
import { Heads } from '../engine/heads';
import { type Lag, lagOf } from '../engine/lag';
import { LaneLoop } from '../engine/lane-loop';
import { watchEpochs } from '../engine/epoch-watch';
import { watchReplays } from '../engine/replays';
import type { Bell } from '../engine/bell';
import { type Companion, companionOf } from '../lane/companion';
import type { Convoys } from '../lane/convoys';
import { Lane } from '../lane/lane';
import type { History } from '../store/store';
import { SharedBuckets } from './shared-buckets';
import { newsOf } from './knock';

/** One consumer in one process: its lanes read the outboxes of their sources. */
export class PostgresSubscription implements Subscription {
  private readonly loops = new Map<number, LaneLoop>();
  private readonly heads: Heads;
  private readonly ignoreReplays: () => void;
  private readonly ignoreEpochs: () => void;
  private readonly share: SharedBuckets;
  private readonly companion: Companion;
  private readonly retire: () => void;

  constructor(
    private readonly consumer: Consumer,
    private readonly history: History,
    connect: () => Promise<Client>,
    bell: Bell,
    private readonly convoys: Convoys,
  ) {
    const { name, settings, sources } = consumer;
    const onFailure = (error: unknown): void =>
      settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
    this.companion = companionOf(consumer, bell.recent, {
      headOf: (source, bucket) => this.heads.markOf(source, bucket),
      board: (bucket) => this.loops.get(bucket)?.lane.board(),
    });
    this.retire = convoys.enlist(this.companion);
    this.heads = new Heads(sources, history, bell, (buckets) => this.wake(buckets), onFailure);
    this.ignoreReplays = watchReplays(consumer, () => this.lanes());
    this.ignoreEpochs = watchEpochs(
      consumer,
      history,
      () => this.lanes(),
      () => this.heads.forget(),
    );
    this.share = new SharedBuckets(connect, {
      name,
      takeUp: (bucket) => this.takeUp(bucket),
      giveUp: (bucket) => this.giveUp(bucket),
      ...newsOf(this.heads, bell),
      onFailure,
      pause: settings.pause,
    });
  }

  start(): Promise<void> {
    return this.share.start();
  }

  lanes(): readonly Lane[] {
    return [...this.loops.values()].map(({ lane }) => lane);
  }

  lag(): Promise<readonly Lag[]> {
    return lagOf(this.lanes(), this.consumer.sources, this.history);
  }

  fault(): string | undefined {
    return this.lanes().find(({ stopped }) => stopped)?.stopped;
  }

  async close(): Promise<void> {
    this.ignoreReplays();
    this.retire();
    this.ignoreEpochs();
    await this.share.close();
    await this.heads.close();
  }

  private async takeUp(bucket: number): Promise<void> {
    const { name, sources, settings } = this.consumer;
    const { history, companion } = this;
    const convoy = this.convoys.of(bucket);
    const lane = await Lane.open({ consumer: name, bucket }, { companion, history, convoy });
    this.loops.set(bucket, new LaneLoop(lane, sources, history, this.heads, settings));
  }

  private async giveUp(bucket: number): Promise<void> {
    const loop = this.loops.get(bucket);
    this.loops.delete(bucket);
    await loop?.close();
  }

  private wake(buckets: ReadonlySet<number>): void {
    for (const bucket of buckets) this.loops.get(bucket)?.news.ring();
  }
}

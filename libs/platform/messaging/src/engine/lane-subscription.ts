import { type Companion, companionOf } from '../lane/companion';
import type { Convoys } from '../lane/convoys';
import { Lane } from '../lane/lane';
import type { History } from '../store/store';
import type { Bell } from './bell';
import type { BucketShare, BucketWork } from './bucket-share';
import type { Consumer, Subscription } from './engine';
import { watchEpochs } from './epoch-watch';
import { Heads, type Rhythm } from './heads';
import { type Lag, lagOf } from './lag';
import { LaneLoop } from './lane-loop';
import { watchReplays } from './replays';

export interface LaneSubscriptionParts {
  /** The logs of the sources, their ends at hand. */
  readonly history: History;
  /** Rung for what is new in this process. */
  readonly bell: Bell;
  /** Of all consumers of this process that work on the same connections. */
  readonly convoys: Convoys;
  readonly shareOf: (work: BucketWork) => BucketShare;
  /** What else tells of news. */
  readonly newsOf: (heads: Heads) => Pick<BucketWork, 'onHeld' | 'onKnock' | 'onListening'>;
  /** How often the outboxes are asked all the same. */
  readonly rhythm?: Rhythm;
  /** Sources have begun new lives, and the lanes are in them. */
  readonly onNewLives?: () => void;
}

/** One consumer in one process: the lanes of its share of the buckets read what is new in the logs of their sources. */
export class LaneSubscription implements Subscription {
  private readonly loops = new Map<number, LaneLoop>();
  private readonly heads: Heads;
  private readonly share: BucketShare;
  private readonly companion: Companion;
  private readonly endings: readonly (() => void)[];

  constructor(
    private readonly consumer: Consumer,
    private readonly parts: LaneSubscriptionParts,
  ) {
    const { name, settings, sources } = consumer;
    const { history, bell, convoys, rhythm } = parts;
    const onFailure = (error: unknown): void =>
      settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
    this.companion = companionOf(consumer, bell.recent, {
      headOf: (source, bucket) => this.heads.markOf(source, bucket),
      board: (bucket) => this.loops.get(bucket)?.lane.board(),
    });
    this.heads = new Heads(sources, history, bell, (buckets) => this.wake(buckets), onFailure, rhythm);
    this.endings = [
      convoys.enlist(this.companion),
      bell.recent.enlist({
        sources,
        positionIn: (source, bucket) => this.loops.get(bucket)?.lane.position(source),
        setsOut: !settings.gathering,
      }),
      watchReplays(consumer, () => this.lanes()),
      watchEpochs(
        consumer,
        history,
        () => this.lanes(),
        () => this.begin(),
      ),
    ];
    this.share = parts.shareOf({
      name,
      takeUp: (bucket) => this.takeUp(bucket),
      giveUp: (bucket) => this.giveUp(bucket),
      ...parts.newsOf(this.heads),
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
    return lagOf(this.lanes(), this.consumer.sources, this.parts.history);
  }

  fault(): string | undefined {
    return this.lanes().find(({ stopped }) => stopped)?.stopped;
  }

  async close(): Promise<void> {
    for (const end of this.endings) end();
    await this.share.close();
    await this.heads.close();
  }

  private async takeUp(bucket: number): Promise<void> {
    const { name, sources, settings } = this.consumer;
    const { companion } = this;
    const { history, convoys, bell } = this.parts;
    const convoy = convoys.of(bucket);
    const lane = await Lane.open({ consumer: name, bucket }, { companion, history, convoy });
    this.loops.set(bucket, new LaneLoop(lane, sources, history, this.heads, settings, bell.recent));
  }

  private async giveUp(bucket: number): Promise<void> {
    const loop = this.loops.get(bucket);
    this.loops.delete(bucket);
    await loop?.close();
  }

  private begin(): void {
    this.heads.forget();
    this.parts.onNewLives?.();
  }

  private wake(buckets: ReadonlySet<number>): void {
    for (const bucket of buckets) this.loops.get(bucket)?.news.ring();
  }
}

import { ALL_BUCKETS } from '../bucket';
import type { Consumer, Subscription } from '../engine/engine';
import { type Lag, lagOf } from '../engine/lag';
import type { Recent } from '../engine/recent';
import { watchEpochs } from '../engine/epoch-watch';
import { watchReplays } from '../engine/replays';
import { companionOf } from '../lane/companion';
import { Convoys } from '../lane/convoys';
import { Lane } from '../lane/lane';
import { NOWHERE } from '../lane/triage';
import type { History } from '../store/store';
import { AssignedLane, PIECE_EVENTS } from './assigned-lane';
import type { BucketShare, BucketWork } from '../engine/bucket-share';
import type { Carrier, Delivery, Listener } from './carrier';
import { fromRecord } from './cloud-event';
import { watchLostEnds } from './lost-ends';
import { FollowedTopics } from './followed-topics';
import { watchOutboxes } from './outbox-watch';

/** One consumer in one process: the lanes of its share of the buckets take what Kafka delivers, and what it does not from the outboxes. */
export class KafkaSubscription implements Subscription, Listener {
  private readonly assigned: readonly AssignedLane[];
  private isServed = false;
  private readonly endings: (() => Promise<void> | void)[] = [];

  constructor(
    private readonly consumer: Consumer,
    private readonly history: History,
    private readonly recent: Recent,
    private readonly shareOf: (work: BucketWork) => BucketShare,
  ) {
    const { name, settings, sources } = consumer;
    const companion = companionOf(consumer, recent, { headOf: () => NOWHERE, board: () => undefined });
    const convoys = new Convoys(1);
    this.assigned = ALL_BUCKETS.map((bucket) => {
      return new AssignedLane({
        settings,
        open: () => Lane.open({ consumer: name, bucket }, { companion, history, convoy: convoys.of(bucket) }),
        lacking: (lane) =>
          history.readEach(
            new Map(sources.map((source) => [source, lane.position(source)])),
            bucket,
            PIECE_EVENTS,
          ),
        onFailure: (error) => this.report(bucket, error),
      });
    });
  }

  async start(carrier: Carrier, lookMs: number): Promise<void> {
    const { name, sources, settings } = this.consumer;
    const topics = new FollowedTopics(name, sources, carrier, this.history, this);
    await topics.renew();
    const share = this.shareOf({
      name,
      takeUp: (bucket) => Promise.resolve(void this.assigned[bucket]!.want(true)),
      giveUp: (bucket) => this.assigned[bucket]!.want(false),
      onHeld: (buckets) => {
        this.isServed = false;
        topics.follow(buckets);
      },
      onFailure: (error) => this.report(-1, error),
      pause: settings.pause,
    });
    this.endings.push(
      () => share.close(),
      () => topics.close(),
      watchOutboxes(this.consumer, this.history, this.assigned, () => this.isServed),
      watchReplays(this.consumer, () => this.lanes()),
      watchEpochs(
        this.consumer,
        this.history,
        () => this.lanes(),
        () => this.enter(topics),
      ),
      watchLostEnds(this.consumer, this.history, () => this.lanes(), lookMs),
    );
    await share.start();
  }

  lanes(): readonly Lane[] {
    return this.assigned.flatMap(({ lane }) => lane ?? []);
  }

  lag(): Promise<readonly Lag[]> {
    return lagOf(this.lanes(), this.consumer.sources, this.history);
  }

  fault(): string | undefined {
    return this.lanes().find(({ stopped }) => stopped)?.stopped;
  }

  async close(): Promise<void> {
    for (const end of this.endings.splice(0)) await end();
  }

  onFollowing(partitions: readonly number[]): void {
    this.isServed = true;
    for (const partition of partitions) this.assigned[partition]!.catchUp();
  }

  onDelivery({ partition, records, hold }: Delivery): boolean {
    const assigned = this.assigned[partition]!;
    // Whoever takes the lane up next begins with what the outboxes have.
    if (!assigned.isWanted) return true;
    if (!assigned.hasRoom) {
      assigned.whenRoom(hold());
      return false;
    }
    assigned.put(records.flatMap((record) => fromRecord(partition, record, this.recent) ?? []));
    return true;
  }

  /** No fault of this process: it joins again by itself. A new one would find no Kafka either, and take no lodgements. */
  onCrash(error: unknown): void {
    this.isServed = false;
    this.report(-1, error);
  }

  /** Sources have begun new lives: what came meanwhile is in their outboxes. */
  private async enter(topics: FollowedTopics): Promise<void> {
    await topics.renew();
    for (const assigned of this.assigned) assigned.catchUp();
  }

  private report(bucket: number, error: unknown): void {
    this.consumer.settings.onFailure?.({ consumer: this.consumer.name, bucket }, 'retry', error);
  }
}

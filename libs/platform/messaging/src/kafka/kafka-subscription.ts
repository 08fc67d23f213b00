import { ALL_BUCKETS } from '../bucket';
import type { Consumer, Subscription } from '../engine/engine';
import { type Lag, lagOf } from '../engine/lag';
import type { Recent } from '../engine/recent';
import { watchReplays } from '../engine/replays';
import { Convoy } from '../lane/convoy';
import { Lane } from '../lane/lane';
import type { History } from '../store/store';
import { AssignedLane, PIECE_EVENTS } from './assigned-lane';
import type { Carrier, Delivery, Listener } from './carrier';
import { fromRecord } from './cloud-event';
import { watchLostEnds } from './lost-ends';
import { topicOf } from './topics';

/** One consumer in one process: its lanes take what the group's assignment brings. */
export class KafkaSubscription implements Subscription, Listener {
  private readonly assigned: readonly AssignedLane[];
  private readonly endings: (() => Promise<void> | void)[] = [];

  constructor(
    private readonly consumer: Consumer,
    private readonly history: History,
    private readonly recent: Recent,
  ) {
    const { name, settings, sources } = consumer;
    const parts = { ...consumer, history, convoy: new Convoy(consumer) };
    this.assigned = ALL_BUCKETS.map((bucket) => {
      return new AssignedLane({
        settings,
        open: () => Lane.open({ consumer: name, bucket }, parts),
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
    const { name, sources } = this.consumer;
    const topics = sources.map((source) => topicOf(source, 1));
    await carrier.ensureTopics(topics);
    this.endings.push(
      carrier.consume(name, topics, this),
      watchReplays(this.consumer, () => this.lanes()),
      watchLostEnds(this.consumer, this.history, () => this.lanes(), lookMs),
    );
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
    const lanes = Promise.all(this.assigned.map((lane) => lane.want(false)));
    for (const end of this.endings.splice(0)) await end();
    await lanes;
  }

  onAssigned(partitions: readonly number[]): void {
    this.assigned.forEach((lane, bucket) => void lane.want(partitions.includes(bucket)));
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
    this.report(-1, error);
  }

  private report(bucket: number, error: unknown): void {
    this.consumer.settings.onFailure?.({ consumer: this.consumer.name, bucket }, 'retry', error);
  }
}

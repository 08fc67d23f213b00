import { ALL_BUCKETS } from '../bucket';
import type { Consumer, Subscription } from '../engine/engine';
import { watchReplays } from '../engine/replays';
import { Lane } from '../lane/lane';
import { withinTime } from '../lane/time-limit';
import type { History } from '../store/store';
import { AssignedLane } from './assigned-lane';
import type { Carrier, Delivery, Listener } from './carrier';
import { fromRecord } from './cloud-event';
import { watchLostEnds } from './lost-ends';
import { topicOf } from './topics';

/** A delivery that takes longer is let go and comes again, so that one slow lane does not hold up the others. */
const PATIENCE_MS = 1_000;

/** One consumer in one process: its lanes take what the group's assignment brings. */
export class KafkaSubscription implements Subscription, Listener {
  private readonly assigned: readonly AssignedLane[];
  private readonly endings: (() => Promise<void> | void)[] = [];

  constructor(
    private readonly consumer: Consumer,
    private readonly history: History,
  ) {
    const { name, settings } = consumer;
    this.assigned = ALL_BUCKETS.map((bucket) => {
      const open = (): Promise<Lane> => Lane.open({ consumer: name, bucket }, { ...consumer, history });
      return new AssignedLane(open, settings, (error) => this.report(bucket, error));
    });
  }

  async start(carrier: Carrier, lookMs: number): Promise<void> {
    const { name, sources } = this.consumer;
    const topics = sources.map((source) => topicOf(source, 1));
    await carrier.ensureTopics(topics);
    this.endings.push(
      await carrier.consume(name, topics, this),
      watchReplays(this.consumer, () => this.lanes()),
      watchLostEnds(this.consumer, this.history, () => this.lanes(), lookMs),
    );
  }

  lanes(): readonly Lane[] {
    return this.assigned.flatMap(({ lane }) => lane ?? []);
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

  async onDelivery({ partition, records, hold }: Delivery): Promise<boolean> {
    const assigned = this.assigned[partition]!;
    const events = records.flatMap((record) => fromRecord(partition, record) ?? []);
    const taking = assigned.take(events);
    const isDone = await withinTime(PATIENCE_MS, 'delivery', taking).then(
      () => true,
      () => false,
    );
    if (isDone && assigned.isWorking) return true;
    const letOn = hold();
    void taking.then(() => {
      if (assigned.isWorking) letOn();
    });
    return false;
  }

  /** No fault of this process: it joins again by itself. A new one would find no Kafka either, and take no lodgements. */
  onCrash(error: unknown): void {
    this.report(-1, error);
  }

  private report(bucket: number, error: unknown): void {
    this.consumer.settings.onFailure?.({ consumer: this.consumer.name, bucket }, 'retry', error);
  }
}

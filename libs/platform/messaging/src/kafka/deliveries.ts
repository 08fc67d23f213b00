import type { Bell } from '../engine/bell';
import type { Consumer } from '../engine/engine';
import type { History } from '../store/store';
import type { Carrier, Delivery, Listener, Reader } from './carrier';
import { fromRecord } from './cloud-event';
import { sourceIn, topicOf } from './topics';

const AGAIN_MS = 1_000;

/**
 * What Kafka brings to one process: each topic is read once for all of its consumers, in the source's latest life. What is
 * new rings the bell as if it had been appended here; what was appended here is not read again.
 */
export class Deliveries implements Listener {
  private readonly followed = new Map<Consumer, readonly number[]>();
  private topics: readonly string[] = [];
  private partitions: readonly number[] = [];
  private reader: Reader | undefined;
  private served = false;
  private isClosed = false;
  private change: Promise<void> = Promise.resolve();

  /** @param name of the process, for those who look at the broker */
  constructor(
    private readonly name: string,
    private readonly carrier: Carrier,
    private readonly history: History,
    private readonly bell: Bell,
  ) {}

  /** Whether what is new comes by itself; else the outboxes are to be asked. */
  get isServed(): boolean {
    return this.served;
  }

  /** These buckets of the consumer's sources are wanted from now on, and no others. */
  follow(consumer: Consumer, buckets: readonly number[]): void {
    this.followed.set(consumer, buckets);
    this.renew();
  }

  /** Goes over to what is wanted by now: other buckets, or the topics of new lives. */
  renew(): void {
    this.change = this.change.then(() => this.goOver()).catch((error: unknown) => this.goOverSoon(error));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.change;
    await this.reader?.close();
  }

  /** What came before may be in the outboxes alone: everybody looks there once more. */
  onFollowing(): void {
    this.served = true;
    this.bell.ring();
  }

  onDelivery({ topic, partition, records }: Delivery): void {
    if (!this.isWanted(topic, partition)) return;
    const { recent } = this.bell;
    const events = records.flatMap((record) => fromRecord(partition, record, recent) ?? []);
    if (events.length > 0) this.bell.ring(events);
  }

  /** No fault of this process: it joins again by itself. A new one would find no Kafka either, and take no lodgements. */
  onCrash(error: unknown): void {
    this.isNotServed();
    this.report(error);
  }

  private async goOver(): Promise<void> {
    if (this.isClosed) return;
    const partitions = [...new Set([...this.followed.values()].flat())].sort((one, other) => one - other);
    const topics = await this.latestTopics();
    const isOther = topics.join() !== this.topics.join();
    if (!isOther && partitions.join() === this.partitions.join()) return;
    this.isNotServed();
    if (isOther) {
      await this.carrier.ensureTopics(topics);
      await this.reader?.close();
      this.reader = this.carrier.consume(this.name, topics, this);
    }
    [this.topics, this.partitions] = [topics, partitions];
    this.reader?.follow(partitions);
  }

  private async latestTopics(): Promise<readonly string[]> {
    const sources = [...new Set([...this.followed.keys()].flatMap(({ sources }) => sources))].sort();
    if (sources.length === 0) return [];
    const epochs = await this.history.epochs(sources);
    return sources.map((source) => topicOf(source, epochs.get(source)!.at(-1)!.epoch));
  }

  private goOverSoon(error: unknown): void {
    this.report(error);
    if (!this.isClosed) setTimeout(() => this.renew(), AGAIN_MS);
  }

  private isWanted(topic: string, bucket: number): boolean {
    const source = sourceIn(topic);
    return [...this.followed].some(
      ([{ sources }, buckets]) => buckets.includes(bucket) && sources.includes(source),
    );
  }

  /** Who rests until something comes is to look into the outboxes instead. */
  private isNotServed(): void {
    if (!this.served) return;
    this.served = false;
    this.bell.ring();
  }

  private report(error: unknown): void {
    for (const { name, settings } of this.followed.keys())
      settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
  }
}

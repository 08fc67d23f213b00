import type { CarriedRecord, Listener, Reader } from '@tonggwan/messaging';
import type { Partition } from './broker';
import type { Fate } from './fate';
import type { Life } from './life';
import type { SimulatedTime } from './simulated-time';

export interface Reading {
  readonly name: string;
  readonly topics: readonly string[];
  readonly listener: Listener;
  readonly life: Life;
}

const DELIVERED_TOGETHER_MAX = 6;
/** Whoever finds no broker asks again after that. */
const AGAIN_MS = 200;

/** What one process is brought of the partitions that it follows: from where their ends were when it began to. */
export class Delivery implements Reader {
  private partitions: readonly number[] = [];
  private delivered = new Map<string, number>();
  private readonly underWay = new Set<string>();

  constructor(
    private readonly reading: Reading,
    private readonly time: SimulatedTime,
    private readonly fate: Fate,
    private readonly partition: (topic: string, partition: number) => Partition,
  ) {}

  follow(partitions: readonly number[]): void {
    this.partitions = [];
    this.delivered = new Map();
    void this.begin(partitions);
  }

  close(): Promise<void> {
    return Promise.resolve(this.follow([]));
  }

  /** There is news in a partition. */
  wake(topic: string, partition: number): void {
    if (this.reading.topics.includes(topic)) void this.deliver(topic, partition);
  }

  /** What comes after the ends were noted is delivered; who follows hears of it a little later. */
  private async begin(partitions: readonly number[]): Promise<void> {
    const { name, topics, listener, life } = this.reading;
    const { delivered } = this;
    while (life.isAlive && delivered === this.delivered) {
      try {
        await life.step(`${name} follows`);
        if (delivered !== this.delivered) return;
        for (const topic of topics)
          for (const partition of partitions)
            delivered.set(keyOf(topic, partition), this.partition(topic, partition).length);
        this.partitions = partitions;
        await this.time.sleep(this.fate.delayMs(`${name} hears that it follows`));
        if (life.isAlive && delivered === this.delivered) listener.onFollowing(partitions);
        return;
      } catch {
        await this.time.sleep(AGAIN_MS);
      }
    }
  }

  /** Brings what there is, piece by piece. */
  private async deliver(topic: string, partition: number): Promise<void> {
    const { life, name } = this.reading;
    const key = keyOf(topic, partition);
    if (this.underWay.has(key)) return;
    this.underWay.add(key);
    const log = this.partition(topic, partition);
    const wants = (): boolean =>
      life.isAlive && this.partitions.includes(partition) && this.delivered.has(key);
    while (wants() && this.delivered.get(key)! < log.length) {
      await this.time.sleep(this.fate.delayMs(`${name} fetches ${key}`));
      if (wants()) this.bring(topic, partition);
    }
    this.underWay.delete(key);
  }

  private bring(topic: string, partition: number): void {
    const { fate } = this;
    const { name, listener } = this.reading;
    const key = keyOf(topic, partition);
    const from = this.delivered.get(key)!;
    const count = 1 + fate.draw(`${name} ${key} ${from}`).below(DELIVERED_TOGETHER_MAX);
    const piece = this.partition(topic, partition).slice(from, from + count);
    const isLost = fate.strikes(`never delivered: ${name} ${topic}`, 10);
    const records = isLost ? [] : piece.filter((record): record is CarriedRecord => record !== undefined);
    if (fate.strikes(`out of order: ${name} ${topic}`, 10)) records.reverse();
    listener.onDelivery({ topic, partition, records });
    if (fate.strikes(`delivered twice: ${name} ${topic}`, 20)) return;
    this.delivered.set(key, from + piece.length);
  }
}

function keyOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

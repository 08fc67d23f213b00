import type { CarriedRecord, Carrier, Parcel } from '@tonggwan/messaging';
import { BUCKETS } from '@tonggwan/messaging';
import type { Fate } from './fate';
import { Delivery } from './delivery';
import type { Life } from './life';
import type { SimulatedTime } from './simulated-time';

/** One partition; what the broker has lost of it is undefined. */
export type Partition = (CarriedRecord | undefined)[];

/** A broker as Kafka is: it may lose a request or its answer, and what it has it delivers once, twice, late or not at all. */
export class Broker {
  private readonly topics = new Map<string, readonly Partition[]>();
  private readonly deliveries = new Set<Delivery>();

  constructor(
    private readonly time: SimulatedTime,
    private readonly fate: Fate,
  ) {}

  /** The broker as one process reaches it. */
  carrierFor(life: Life): Carrier {
    return {
      ensureTopics: () => life.step('topics are asked for'),
      produce: (topic, parcels) => this.produce(topic, parcels, life),
      consume: (name, topics, listener) => {
        const delivery = new Delivery(
          { name, topics, listener, life },
          this.time,
          this.fate,
          (topic, number) => this.partition(topic, number),
        );
        this.deliveries.add(delivery);
        life.onDeath(() => void this.deliveries.delete(delivery));
        return delivery;
      },
      topics: () => Promise.resolve([...this.topics.keys()]),
      // Its operator opens a new epoch before a service that was set back starts again.
      lastRecords: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
  }

  /** Positions of the events that it ever had of a partition. */
  carried(topic: string, partition: number): readonly number[] {
    return this.partition(topic, partition).flatMap((record) => {
      const position = record?.headers['ce_id']?.split('/').at(-1);
      return position === undefined ? [] : [Number(position)];
    });
  }

  partition(topic: string, partition: number): Partition {
    let partitions = this.topics.get(topic);
    if (!partitions) {
      partitions = Array.from({ length: BUCKETS }, (): Partition => []);
      this.topics.set(topic, partitions);
    }
    return partitions[partition]!;
  }

  private async produce(topic: string, parcels: readonly Parcel[], life: Life): Promise<void> {
    await life.step(`${topic} is sent to`);
    const { fate } = this;
    for (const { partition, records } of parcels) {
      const log = this.partition(topic, partition);
      log.push(...records);
      if (fate.strikes(`sent twice: ${topic}`, 10)) log.push(...records);
      for (const delivery of this.deliveries) delivery.wake(topic, partition);
    }
    if (fate.strikes(`acknowledgement lost: ${topic}`, 10)) throw new Error('the acknowledgement is lost');
    life.mayDie(`${topic} has acknowledged`);
  }
}

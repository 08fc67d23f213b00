import { ALL_BUCKETS, type CarriedRecord, type Listener } from '@tonggwan/messaging';
import type { Partition } from './broker';
import type { Fate } from './fate';
import type { Life } from './life';
import type { SimulatedTime } from './simulated-time';

export interface Joining {
  readonly topics: readonly string[];
  readonly listener: Listener;
  readonly life: Life;
}

/** A process in a group, with the partitions that it has of every topic and how far each has been delivered to it. */
interface Member extends Joining {
  partitions: readonly number[];
  readonly delivered: Map<string, number>;
  readonly held: Set<string>;
  readonly underWay: Set<string>;
}

const DELIVERED_TOGETHER_MAX = 6;
/** A member that is gone without a word is missed after that. */
const MISSED_AFTER_MS = 1_500;

/** A consumer group: shares the partitions among its members, and remembers roughly how far they have come. */
export class Group {
  private members: Member[] = [];
  private readonly committed = new Map<string, number>();

  constructor(
    private readonly name: string,
    private readonly time: SimulatedTime,
    private readonly fate: Fate,
    private readonly partition: (topic: string, partition: number) => Partition,
  ) {}

  /** Answers how to leave. */
  join(joining: Joining): () => Promise<void> {
    const member: Member = {
      ...joining,
      partitions: [],
      delivered: new Map(),
      held: new Set(),
      underWay: new Set(),
    };
    this.members.push(member);
    const leave = (): void => {
      this.members = this.members.filter((other) => other !== member);
      this.share();
    };
    joining.life.onDeath(() => void this.time.sleep(MISSED_AFTER_MS).then(leave));
    this.share();
    return () => Promise.resolve(leave());
  }

  /** There is news in a partition. */
  wake(topic: string, partition: number): void {
    for (const member of this.members)
      if (member.topics.includes(topic) && member.partitions.includes(partition))
        void this.deliver(member, topic, partition);
  }

  /** Who has to give partitions up may hear of it long after another has them. */
  private share(): void {
    this.members.forEach((member, place) => {
      const partitions = ALL_BUCKETS.filter((bucket) => bucket % this.members.length === place);
      const givesUp = member.partitions.some((partition) => !partitions.includes(partition));
      const isLate = givesUp && this.fate.strikes(`hears late that it is no owner: ${this.name}`, 300);
      void this.time.sleep(isLate ? 800 : this.fate.delayMs(`${this.name} shares`)).then(() => {
        if (member.life.isAlive && this.members.includes(member)) this.assign(member, partitions);
      });
    });
  }

  private assign(member: Member, partitions: readonly number[]): void {
    for (const partition of partitions) {
      if (member.partitions.includes(partition)) continue;
      for (const topic of member.topics) {
        const key = `${topic}/${partition}`;
        member.delivered.set(key, this.committed.get(key) ?? 0);
        member.held.delete(key);
      }
    }
    member.partitions = partitions;
    member.listener.onAssigned(partitions);
    for (const topic of member.topics)
      for (const partition of partitions) void this.deliver(member, topic, partition);
  }

  /** Brings what there is, piece by piece, for as long as the member takes it. */
  private async deliver(member: Member, topic: string, partition: number): Promise<void> {
    const key = `${topic}/${partition}`;
    if (member.underWay.has(key)) return;
    member.underWay.add(key);
    const log = this.partition(topic, partition);
    const wants = (): boolean =>
      member.life.isAlive && member.partitions.includes(partition) && !member.held.has(key);
    while (wants() && member.delivered.get(key)! < log.length) {
      await this.time.sleep(this.fate.delayMs(`${this.name} fetches ${key}`));
      if (wants()) this.bring(member, topic, partition);
    }
    member.underWay.delete(key);
  }

  private bring(member: Member, topic: string, partition: number): void {
    const { fate, name } = this;
    const key = `${topic}/${partition}`;
    const from = member.delivered.get(key)!;
    const count = 1 + fate.draw(`${name} ${key} ${from}`).below(DELIVERED_TOGETHER_MAX);
    const piece = this.partition(topic, partition).slice(from, from + count);
    const isLost = fate.strikes(`never delivered: ${name} ${topic}`, 10);
    const records = isLost ? [] : piece.filter((record): record is CarriedRecord => record !== undefined);
    if (fate.strikes(`out of order: ${name} ${topic}`, 10)) records.reverse();
    const hold = (): (() => void) => {
      member.held.add(key);
      return () => {
        member.held.delete(key);
        void this.deliver(member, topic, partition);
      };
    };
    if (!member.listener.onDelivery({ topic, partition, records, hold })) return;
    if (fate.strikes(`delivered twice: ${name} ${topic}`, 20)) return;
    member.delivered.set(key, from + piece.length);
    if (fate.draw(`${name} ${key} ${from} noted`).happens(40)) this.committed.set(key, from + piece.length);
  }
}

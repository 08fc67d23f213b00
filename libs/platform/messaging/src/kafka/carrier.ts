/** One event on its way, as a broker keeps it. */
export interface CarriedRecord {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a text is made of, when somebody wants it. */
interface Bytes {
  toString(): string;
}

/** One event as a broker delivers it, not yet read. */
export interface DeliveredRecord {
  readonly key: Bytes;
  readonly value: Bytes;
  readonly headers: Readonly<Record<string, Bytes>>;
}

/** Records for one partition. */
export interface Parcel {
  readonly partition: number;
  readonly records: readonly CarriedRecord[];
}

export interface Delivery {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly DeliveredRecord[];
}

export interface Listener {
  /** What is new in these partitions will be delivered; what came before may be in the owners' outboxes alone. */
  onFollowing(partitions: readonly number[]): void;
  /** Never throws and never waits. */
  onDelivery(delivery: Delivery): void;
  onCrash(error: unknown): void;
}

/** Has what is new delivered, of the same partitions of several topics. */
export interface Reader {
  /** From now on of these partitions and no others. */
  follow(partitions: readonly number[]): void;
  close(): Promise<void>;
}

/** All that is asked of Kafka: what it delivers twice, too late or never is made good by who asks. */
export interface Carrier {
  /** Makes the topics that are not there. @throws Error when one is not as it must be */
  ensureTopics(topics: readonly string[]): Promise<void>;
  /** @throws Error unless each of those partitions has said that it has its records */
  produce(topic: string, parcels: readonly Parcel[]): Promise<void>;
  /** The names of all topics that there are. */
  topics(): Promise<readonly string[]>;
  /** The last records of each partition of a topic, `count` at most and those that are left. */
  lastRecords(topic: string, count: number): Promise<readonly Pick<Delivery, 'partition' | 'records'>[]>;
  /** @param name of whoever reads, for those who look at the broker */
  consume(name: string, topics: readonly string[], listener: Listener): Reader;
  close(): Promise<void>;
}

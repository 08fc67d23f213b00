/** What is done with a bucket while it is ours. */
export interface BucketWork {
  /** Unique among everything that shares the buckets. */
  readonly name: string;
  takeUp(bucket: number): Promise<void>;
  giveUp(bucket: number): Promise<void>;
  /** With all that are ours from now on, whenever these are others. */
  onHeld?(buckets: readonly number[]): void;
  /** With each knock of another process. */
  onKnock?(knock: string): void;
  /** Listens again: knocks may have been lost before. */
  onListening?(): void;
  onFailure(error: unknown): void;
  pause(tries: number): Promise<void>;
}

/** A process's share of the buckets, which it has for as long as nobody else may have them. */
export interface BucketShare {
  /** Resolves once it has had its first chance at the buckets. */
  start(): Promise<void>;
  close(): Promise<void>;
}

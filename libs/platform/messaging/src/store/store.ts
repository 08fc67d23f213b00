import type { Epoch, Fork, Sighting } from '../epoch/epoch';
import type { OutgoingEvent, StoredEvent } from '../event';
import type { GrowingTable } from '../growing-table';

/** How far a lane has come in the log of one source. */
export interface Mark {
  readonly epoch: number;
  readonly position: number;
}

export type Positions = Readonly<Record<string, Mark>>;

/** One consumer and one bucket. */
export interface LaneName {
  readonly consumer: string;
  readonly bucket: number;
}

/** The one row of a lane. Its version moves with every transaction of its owner: who has another one is not the owner. */
export interface LaneRow extends LaneName {
  readonly version: number;
  readonly positions: Positions;
  /** Set while somebody works on it: found set at a start, the last owner did not end well. */
  readonly running: boolean;
  /** What was tried after an unclean end. */
  readonly attempt?: Attempt;
}

/** Events that may have ended the process, written down before they are tried. */
export interface Attempt {
  /** Of the first of them. */
  readonly place: string;
  /** How often that one was tried alone. */
  readonly count: number;
  /** How many there are. */
  readonly events: number;
  /** The version of the lane's row with this note: still the same where the attempt has ended the process. */
  readonly version: number;
}

export type LaneChange = Partial<Pick<LaneRow, 'positions' | 'running'>> & {
  readonly attempt?: LaneRow['attempt'] | null;
};

/** One step of a lane's row: a compare-and-set on its version. */
export interface LaneMove {
  readonly bucket: number;
  readonly version: number;
  readonly change: LaneChange;
}

/** A lane's row as its owner knows it. */
export type LaneHold = Pick<LaneMove, 'bucket' | 'version'>;

export interface Versioned<State> {
  readonly revision: number;
  readonly state: State;
}

export interface StateWrite {
  readonly key: string;
  /** The revision that was read; 0 for a new row. */
  readonly revision: number;
  readonly state: unknown;
}

export interface DeadLetter {
  readonly id: number;
  readonly consumer: string;
  readonly event: StoredEvent;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: string;
  /** Waiting behind a dead letter of the same declaration, with nothing wrong in itself. */
  readonly parked: boolean;
}

/**
 * One transaction on one service's schema. Everything in it takes effect together or not at all. What is written is sent at
 * once and not waited for: whatever is wrong with it is thrown where the transaction ends.
 */
export interface StoreTransaction {
  /** The same transaction on the schema of another service. @throws Error where that is in another database */
  beside(store: Store): StoreTransaction;
  /** When the transaction began, which is when its events are appended, ISO 8601 in UTC. */
  startedAt(): Promise<string>;
  /** Locks the rows of lanes of one consumer that are moved at the end: a Conflict when a version is not the one given. */
  holdLanes(consumer: string, lanes: readonly LaneHold[]): void;
  /** The compare-and-set on the rows of lanes of one consumer: a Conflict when a version is not the one given. */
  moveLanes(consumer: string, moves: readonly LaneMove[]): void;
  /** Rows by key, in order of their keys, locked against other writers unless told not to. */
  load(table: string, keys: readonly string[], locked?: boolean): Promise<Map<string, Versioned<unknown>>>;
  /** A Conflict when a row is not as it was read. */
  save(table: string, writes: readonly StateWrite[]): void;
  /** Adds rows; what a table has no column for is left out. */
  insert(table: GrowingTable, rows: readonly object[]): void;
  /** Last in the transaction: the counter of each bucket is held until it commits. @throws EventTooLarge */
  append(events: readonly OutgoingEvent[]): void;
  /**
   * The same at places that were foreseen: a Conflict when somebody else has taken one. Not last: who else appends to these
   * buckets waits until the transaction ends.
   */
  appendAt(events: readonly StoredEvent[]): void;
  bury(consumer: string, letters: readonly { event: StoredEvent; reason: string; parked: boolean }[]): void;
  /** Keeps what a reader has seen and its owner no longer has. */
  noteForks(consumer: string, forks: readonly Fork[]): void;
  /** The dead letter of a declaration and all that is parked behind it, oldest first. */
  exhume(lane: LaneName, key: string): Promise<readonly DeadLetter[]>;
  removeLetters(ids: readonly number[]): void;
  failLetter(id: number, reason: string): void;
  removeReplay(lane: LaneName, key: string): void;
}

export interface MarkMove {
  readonly bucket: number;
  readonly from: Mark;
  readonly to: Mark;
}

/** One service's schema as the log sees it. */
export interface Store {
  readonly service: string;
  transact<Result>(work: (transaction: StoreTransaction) => Promise<Result> | Result): Promise<Result>;
  lane(name: LaneName): Promise<LaneRow>;
  /** Declarations of this lane that have a dead letter: their later events wait. */
  buriedKeys(lane: LaneName): Promise<readonly string[]>;
  /** The buckets of a consumer in which somebody waits for a replay. */
  replayBuckets(consumer: string): Promise<readonly number[]>;
  requestedReplays(lane: LaneName): Promise<readonly string[]>;
  /** How far a bucket of this service has been acknowledged by what carries its events. */
  mark(bucket: number): Promise<Mark>;
  /** Answers the buckets whose mark was where it was thought to be: those of the others somebody else has moved. */
  moveMarks(moves: readonly MarkMove[]): Promise<ReadonlySet<number>>;
  /** Tells how far this log was carried elsewhere: nothing is appended while it is behind that. */
  beHeldAgainst(sightings: readonly Sighting[]): void;
  letters(limit: number): Promise<readonly DeadLetter[]>;
  requestReplay(letterId: number): Promise<boolean>;
}

/** The logs of all sources, to read. */
export interface History {
  /** Events of a source's bucket after a position, in order, at most `limit` and no more bytes than a lane can hold. */
  read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The same of several sources at once: a source and the position after which to read. */
  readEach(from: ReadonlyMap<string, number>, bucket: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The last position of each bucket of each source. */
  heads(sources: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** The lives of each source, the earliest first. */
  epochs(sources: readonly string[]): Promise<ReadonlyMap<string, readonly Epoch[]>>;
}

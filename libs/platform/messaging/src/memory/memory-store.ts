import type { Fork } from '../epoch/epoch';
import type { OutgoingEvent, StoredEvent } from '../event';
import type {
  DeadLetter,
  LaneChange,
  LaneName,
  LaneRow,
  Mark,
  MarkMove,
  StateWrite,
  Store,
  StoreTransaction,
  Versioned,
} from '../store/store';
import { NOWHERE } from '../lane/triage';
import type { MemoryLog } from './memory-log';
import { MemoryTransaction } from './memory-transaction';

interface Replay {
  readonly lane: LaneName;
  readonly key: string;
}

/** One service's schema in memory. A transaction checks and writes at its end, in one step that nothing can come between. */
export class MemoryStore implements Store {
  readonly tables = new Map<string, Map<string, Versioned<unknown>>>();
  /** Tables that only grow, for tests to look into. */
  readonly inserted = new Map<string, object[]>();
  readonly forks: (Fork & { readonly consumer: string })[] = [];
  private readonly lanes = new Map<string, LaneRow>();
  private dead: DeadLetter[] = [];
  private replays: Replay[] = [];
  private readonly marks = new Map<number, Mark>();
  private lastLetter = 0;

  constructor(
    readonly service: string,
    private readonly log: MemoryLog,
    private readonly now: () => Date,
  ) {}

  async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result> | Result): Promise<Result> {
    const transaction = new MemoryTransaction(this);
    const result = await work(transaction);
    transaction.commit();
    return result;
  }

  lane(name: LaneName): Promise<LaneRow> {
    return Promise.resolve(this.laneNow(name));
  }

  buriedKeys(lane: LaneName): Promise<readonly string[]> {
    return Promise.resolve([...new Set(this.lettersOf(lane).map((letter) => letter.event.key))]);
  }

  replayBuckets(consumer: string): Promise<readonly number[]> {
    const mine = this.replays.filter(({ lane }) => lane.consumer === consumer);
    return Promise.resolve([...new Set(mine.map(({ lane }) => lane.bucket))]);
  }

  requestedReplays(lane: LaneName): Promise<readonly string[]> {
    return Promise.resolve(
      this.replays.filter((replay) => sameLane(replay.lane, lane)).map(({ key }) => key),
    );
  }

  letters(limit: number): Promise<readonly DeadLetter[]> {
    return Promise.resolve(this.dead.slice(0, limit));
  }

  requestReplay(letterId: number): Promise<boolean> {
    const letter = this.dead.find(({ id }) => id === letterId);
    if (letter) {
      const lane = { consumer: letter.consumer, bucket: letter.event.bucket };
      this.replays.push({ lane, key: letter.event.key });
    }
    return Promise.resolve(letter !== undefined);
  }

  mark(bucket: number): Promise<Mark> {
    return Promise.resolve(this.markOf(bucket));
  }

  moveMarks(moves: readonly MarkMove[]): Promise<ReadonlySet<number>> {
    const expected = moves.filter(({ bucket, from }) => {
      const { epoch, position } = this.markOf(bucket);
      return epoch === from.epoch && position === from.position;
    });
    for (const { bucket, to } of expected) this.marks.set(bucket, to);
    return Promise.resolve(new Set(expected.map(({ bucket }) => bucket)));
  }

  /** What is in memory has no backup to go back to. */
  beHeldAgainst(): void {}
  /** Whether one transaction can be on both. */
  isBeside(other: MemoryStore): boolean {
    return this.log === other.log;
  }

  startedAt(): string {
    return this.now().toISOString();
  }

  /** @throws Conflict unless the log goes on with these */
  assertFree(events: readonly StoredEvent[]): void {
    this.log.assertFree(this.service, events);
  }

  /** Keeps what there is now; the answer sets the database back to that and opens the next epoch of its log, as an operator does. */
  backup(): () => void {
    const { tables, inserted, lanes, lastLetter } = this;
    const kept = [...tables].map(([name, rows]) => [name, new Map(rows)] as const);
    const [keptInserted, keptLanes] = [new Map(inserted), new Map(lanes)];
    const [dead, replays] = [[...this.dead], [...this.replays]];
    const setLogBack = this.log.backup(this.service);
    return () => {
      refill(tables, kept);
      refill(inserted, keptInserted);
      refill(lanes, keptLanes);
      [this.dead, this.replays, this.lastLetter] = [dead, replays, lastLetter];
      setLogBack();
      const { epoch, firsts } = this.log.beginLife(this.service);
      firsts.forEach((first, bucket) => this.marks.set(bucket, { epoch, position: first - 1 }));
    };
  }

  laneNow(name: LaneName): LaneRow {
    return this.lanes.get(laneKey(name)) ?? { ...name, version: 0, positions: {}, running: false };
  }

  lettersOf(lane: LaneName): readonly DeadLetter[] {
    return this.dead.filter(({ consumer, event }) => sameLane({ consumer, bucket: event.bucket }, lane));
  }

  /** Applies what a transaction has gathered. */
  apply = {
    lane: (name: LaneName, change: LaneChange) => {
      const { attempt, ...rest } = change;
      const row = this.laneNow(name);
      const next = { ...row, ...rest, version: row.version + 1 };
      this.lanes.set(
        laneKey(name),
        attempt === undefined ? next : { ...next, attempt: attempt ?? undefined },
      );
    },
    state: (table: string, write: StateWrite) => {
      const state = JSON.parse(JSON.stringify(write.state)) as unknown;
      this.tableOf(table).set(write.key, { revision: write.revision + 1, state });
    },
    insert: (table: string, rows: readonly object[]) => {
      this.inserted.set(table, [...(this.inserted.get(table) ?? []), ...rows]);
    },
    append: (events: readonly OutgoingEvent[]) => this.log.append(this.service, events),
    appendAt: (events: readonly StoredEvent[]) => this.log.appendAt(this.service, events),
    bury: (consumer: string, event: StoredEvent, reason: string, parked: boolean) => {
      const failedAt = this.now().toISOString();
      this.dead.push({ id: (this.lastLetter += 1), consumer, event, reason, attempts: 1, failedAt, parked });
    },
    forks: (consumer: string, forks: readonly Fork[]) => {
      this.forks.push(...forks.map((fork) => ({ consumer, ...fork })));
    },
    removeLetters: (ids: readonly number[]) => {
      this.dead = this.dead.filter(({ id }) => !ids.includes(id));
    },
    failLetter: (failed: number, reason: string) => {
      this.dead = this.dead.map((letter) =>
        letter.id === failed ? { ...letter, reason, attempts: letter.attempts + 1 } : letter,
      );
    },
    removeReplay: (lane: LaneName, key: string) => {
      this.replays = this.replays.filter((replay) => replay.key !== key || !sameLane(replay.lane, lane));
    },
  };

  tableOf(table: string): Map<string, Versioned<unknown>> {
    const known = this.tables.get(table);
    if (known) return known;
    const rows = new Map<string, Versioned<unknown>>();
    this.tables.set(table, rows);
    return rows;
  }

  private markOf(bucket: number): Mark {
    return this.marks.get(bucket) ?? NOWHERE;
  }
}

function refill<Key, Value>(map: Map<Key, Value>, kept: Iterable<readonly [Key, Value]>): void {
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}

export function laneKey({ consumer, bucket }: LaneName): string {
  return `${consumer}/${bucket}`;
}

function sameLane(one: LaneName, other: LaneName): boolean {
  return laneKey(one) === laneKey(other);
}

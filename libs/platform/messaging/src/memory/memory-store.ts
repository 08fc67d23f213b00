import { encode } from '../batch';
import { Conflict } from '../errors';
import type { OutgoingEvent, StoredEvent } from '../event';
import type {
  DeadLetter,
  LaneChange,
  LaneName,
  LaneRow,
  StateWrite,
  Store,
  StoreTransaction,
  Versioned,
} from '../store/store';
import type { MemoryLog } from './memory-log';

interface Replay {
  readonly lane: LaneName;
  readonly key: string;
}

/** One service's schema in memory. A transaction checks and writes at its end, in one step that nothing can come between. */
export class MemoryStore implements Store {
  readonly tables = new Map<string, Map<string, Versioned<unknown>>>();
  /** Tables that only grow, for tests to look into. */
  readonly inserted = new Map<string, object[]>();
  private readonly lanes = new Map<string, LaneRow>();
  private dead: DeadLetter[] = [];
  private replays: Replay[] = [];
  private lastLetter = 0;

  constructor(
    readonly service: string,
    private readonly log: MemoryLog,
    private readonly now: () => Date,
  ) {}

  async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result> {
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
    bury: (consumer: string, event: StoredEvent, reason: string, parked: boolean) => {
      const failedAt = this.now().toISOString();
      this.dead.push({ id: (this.lastLetter += 1), consumer, event, reason, attempts: 1, failedAt, parked });
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
}

/** Gathers; checks and applies at the commit. */
class MemoryTransaction implements StoreTransaction {
  private readonly checks: (() => void)[] = [];
  private readonly effects: (() => void)[] = [];

  constructor(private readonly store: MemoryStore) {}

  commit(): void {
    for (const check of this.checks) check();
    for (const effect of this.effects) effect();
  }

  moveLane(lane: LaneName, version: number, change: LaneChange): Promise<void> {
    this.checks.push(() => {
      if (this.store.laneNow(lane).version !== version) throw new Conflict(`lane ${laneKey(lane)} has moved`);
    });
    return this.then(() => this.store.apply.lane(lane, change));
  }

  load(table: string, keys: readonly string[]): Promise<Map<string, Versioned<unknown>>> {
    const rows = this.store.tableOf(table);
    const found = keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)!] as const] : []));
    return Promise.resolve(new Map(found));
  }

  save(table: string, writes: readonly StateWrite[]): Promise<void> {
    this.checks.push(() => {
      for (const { key, revision } of writes) {
        const known = this.store.tableOf(table).get(key)?.revision ?? 0;
        if (known !== revision) throw new Conflict(`${table} ${key} is at ${known}, not ${revision}`);
      }
    });
    return this.then(() => writes.forEach((write) => this.store.apply.state(table, write)));
  }

  insert(table: string, rows: readonly object[]): Promise<void> {
    return this.then(() => this.store.apply.insert(table, rows));
  }

  append(events: readonly OutgoingEvent[]): Promise<void> {
    events.forEach(encode);
    return this.then(() => this.store.apply.append(events));
  }

  bury(
    consumer: string,
    letters: readonly { event: StoredEvent; reason: string; parked: boolean }[],
  ): Promise<void> {
    return this.then(() =>
      letters.forEach(({ event, reason, parked }) => this.store.apply.bury(consumer, event, reason, parked)),
    );
  }

  exhume(lane: LaneName, key: string): Promise<readonly DeadLetter[]> {
    return Promise.resolve(this.store.lettersOf(lane).filter((letter) => letter.event.key === key));
  }

  removeLetters(ids: readonly number[]): Promise<void> {
    return this.then(() => this.store.apply.removeLetters(ids));
  }

  failLetter(id: number, reason: string): Promise<void> {
    return this.then(() => this.store.apply.failLetter(id, reason));
  }

  removeReplay(lane: LaneName, key: string): Promise<void> {
    return this.then(() => this.store.apply.removeReplay(lane, key));
  }

  private then(effect: () => void): Promise<void> {
    this.effects.push(effect);
    return Promise.resolve();
  }
}

function laneKey({ consumer, bucket }: LaneName): string {
  return `${consumer}/${bucket}`;
}

function sameLane(one: LaneName, other: LaneName): boolean {
  return laneKey(one) === laneKey(other);
}

import { encode } from '../batch';
import { Conflict } from '../errors';
import type { Fork } from '../epoch/epoch';
import type { OutgoingEvent, StoredEvent } from '../event';
import type { GrowingTable } from '../growing-table';
import type {
  DeadLetter,
  LaneHold,
  LaneMove,
  LaneName,
  StateWrite,
  Store,
  StoreTransaction,
  Versioned,
} from '../store/store';
import { laneKey, MemoryStore } from './memory-store';

/** Gathers; checks and applies at the commit. */
export class MemoryTransaction implements StoreTransaction {
  private readonly foreseen: StoredEvent[] = [];
  private readonly written = new Set<string>();

  /** @param checks and effects: of all parts of one transaction */
  constructor(
    private readonly store: MemoryStore,
    private readonly checks: (() => void)[] = [],
    private readonly effects: (() => void)[] = [],
  ) {}

  beside(store: Store): StoreTransaction {
    if (store === this.store) return this;
    if (!(store instanceof MemoryStore) || !store.isBeside(this.store))
      throw new Error(`${store.service} is in another database than ${this.store.service}`);
    return new MemoryTransaction(store, this.checks, this.effects);
  }

  startedAt(): Promise<string> {
    return Promise.resolve(this.store.startedAt());
  }

  holdLanes(consumer: string, lanes: readonly LaneHold[]): void {
    this.checks.push(() => this.assertVersions(consumer, lanes));
  }

  commit(): void {
    for (const check of this.checks) check();
    for (const effect of this.effects) effect();
  }

  moveLanes(consumer: string, moves: readonly LaneMove[]): void {
    this.checks.push(() => this.assertVersions(consumer, moves));
    this.effects.push(() => {
      for (const { bucket, change } of moves) this.store.apply.lane({ consumer, bucket }, change);
    });
  }

  load(table: string, keys: readonly string[], locked = true): Promise<Map<string, Versioned<unknown>>> {
    const rows = this.store.tableOf(table);
    const found = keys.flatMap((key) => (rows.has(key) ? [[key, rows.get(key)!] as const] : []));
    // In a database a row that was read is locked: here it must be what it was when all is done. Of what is written as well
    // its revision tells.
    if (locked)
      this.checks.push(() => {
        for (const [key, row] of found)
          if (rows.get(key) !== row && !this.written.has(`${table} ${key}`))
            throw new Conflict(`${table} ${key} has been written meanwhile`);
      });
    return Promise.resolve(new Map(found));
  }

  save(table: string, writes: readonly StateWrite[]): void {
    for (const { key } of writes) this.written.add(`${table} ${key}`);
    this.checks.push(() => {
      for (const { key, revision } of writes) {
        const known = this.store.tableOf(table).get(key)?.revision ?? 0;
        if (known !== revision) throw new Conflict(`${table} ${key} is at ${known}, not ${revision}`);
      }
    });
    this.effects.push(() => writes.forEach((write) => this.store.apply.state(table, write)));
  }

  insert({ name }: GrowingTable, rows: readonly object[]): void {
    this.effects.push(() => this.store.apply.insert(name, rows));
  }

  append(events: readonly OutgoingEvent[]): void {
    events.forEach(encode);
    this.effects.push(() => this.store.apply.append(events));
  }

  appendAt(events: readonly StoredEvent[]): void {
    if (this.foreseen.length === 0) this.checks.push(() => this.store.assertFree(this.foreseen));
    this.foreseen.push(...events);
    this.effects.push(() => this.store.apply.appendAt(events));
  }

  bury(consumer: string, letters: readonly { event: StoredEvent; reason: string; parked: boolean }[]): void {
    this.effects.push(() =>
      letters.forEach(({ event, reason, parked }) => this.store.apply.bury(consumer, event, reason, parked)),
    );
  }

  noteForks(consumer: string, forks: readonly Fork[]): void {
    this.effects.push(() => this.store.apply.forks(consumer, forks));
  }

  exhume(lane: LaneName, key: string): Promise<readonly DeadLetter[]> {
    return Promise.resolve(this.store.lettersOf(lane).filter((letter) => letter.event.key === key));
  }

  removeLetters(ids: readonly number[]): void {
    this.effects.push(() => this.store.apply.removeLetters(ids));
  }

  failLetter(id: number, reason: string): void {
    this.effects.push(() => this.store.apply.failLetter(id, reason));
  }

  removeReplay(lane: LaneName, key: string): void {
    this.effects.push(() => this.store.apply.removeReplay(lane, key));
  }

  private assertVersions(consumer: string, lanes: readonly LaneHold[]): void {
    for (const { bucket, version } of lanes)
      if (this.store.laneNow({ consumer, bucket }).version !== version)
        throw new Conflict(`lane ${laneKey({ consumer, bucket })} has moved`);
  }
}

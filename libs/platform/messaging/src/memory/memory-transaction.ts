import { encode } from '../batch';
import { Conflict } from '../errors';
import type { OutgoingEvent, StoredEvent } from '../event';
import type {
  DeadLetter,
  LaneChange,
  LaneName,
  StateWrite,
  StoreTransaction,
  Versioned,
} from '../store/store';
import { laneKey, type MemoryStore } from './memory-store';

/** Gathers; checks and applies at the commit. */
export class MemoryTransaction implements StoreTransaction {
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

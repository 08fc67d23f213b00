import type { Decider, DomainEvent } from '@tonggwan/kernel';
import { EVENT_BYTES_MAX, type OutgoingEvent } from './event';
import type { EventTypes } from './event-types';
import { EventTooLarge } from './errors';
import type { GrowingTable } from './growing-table';
import type { StateTable } from './state-table';
import type { StateWrite, StoreTransaction, Versioned } from './store/store';

interface LoadedRow {
  revision: number;
  state: unknown;
  changed: boolean;
  /** What is to be done to a state that was put before it is written. */
  complete?: (state: unknown) => unknown;
}

/** A row that somebody ahead has written and not committed yet, if there is one. */
export type FindAhead = (table: string, key: string) => Versioned<unknown> | undefined;

/** One transaction's worth of work: what it has read, what it will write, what it will say. */
export class Batch {
  private readonly tables = new Map<string, Map<string, LoadedRow>>();
  private readonly inserts = new Map<GrowingTable, object[]>();
  private appended: OutgoingEvent[] = [];

  constructor(
    private readonly transaction: StoreTransaction,
    private readonly types: EventTypes,
    private readonly findAhead: FindAhead = () => undefined,
  ) {}

  /** Reads and locks the rows of these keys that have not been read yet. Who never changes may have come since. */
  async load<State>(table: StateTable<State>, keys: readonly string[]): Promise<void> {
    const rows = this.rowsOf(table.name);
    if (table.isShared) for (const key of keys) this.takeOver(table.name, key);
    const isThere = (key: string): boolean =>
      rows.has(key) && !(table.neverChanges && isNobody(rows.get(key)!));
    const missing = [...new Set(keys)].filter((key) => !isThere(key)).sort();
    if (missing.length === 0) return;
    const found = await this.transaction.load(table.name, missing, !table.neverChanges);
    for (const key of missing) {
      const row = found.get(key);
      rows.set(key, { revision: row?.revision ?? 0, state: row?.state, changed: false });
    }
  }

  /** The rows of a table that there are, as they will be when this is written. */
  inHand({ name }: StateTable<unknown>): ReadonlyMap<string, Versioned<unknown>> {
    const found = [...this.rowsOf(name)].map(([key, { revision, state, changed }]) => {
      return [key, { revision: changed ? revision + 1 : revision, state }] as const;
    });
    return new Map(found.filter(([, { revision }]) => revision > 0));
  }

  /** The state as this batch has it so far. @throws Error when the row was never loaded: it would not be locked */
  state<State>(table: StateTable<State>, key: string): State | undefined {
    return this.row(table.name, key).state as State | undefined;
  }

  put<State>(table: StateTable<State>, key: string, state: State): void {
    const row = this.row(table.name, key);
    row.state = state;
    row.changed = true;
    row.complete = table.complete as LoadedRow['complete'];
  }

  /** Adds a row to a table that only grows. */
  insert<Row extends object>(table: GrowingTable<Row>, row: Row): void {
    const rows = this.inserts.get(table);
    if (rows) rows.push(row);
    else this.inserts.set(table, [row]);
  }

  append(event: OutgoingEvent): void {
    this.appended.push(event);
  }

  /** Decides, keeps what that makes of the state, and publishes those of the events that have a contract. */
  decide<State, Command, Event extends DomainEvent>(
    table: StateTable<State>,
    key: string,
    decider: Decider<State, Command, Event>,
    command: Command,
  ): readonly Event[] {
    const before = this.state(table, key) ?? decider.initial;
    const events = decider.decide(command, before);
    if (events.length === 0) return events;
    this.put(table, key, events.reduce(decider.evolve, before));
    for (const event of events) if (this.isPublished(event)) this.append(event);
    return events;
  }

  /** What was appended since the last time, for somebody else to write. */
  takeSaid(): readonly OutgoingEvent[] {
    const said = this.appended;
    this.appended = [];
    return said;
  }

  /** Writes everything, states first and the log last. */
  flush(): void {
    this.writeRows();
    this.writeLog();
  }

  writeRows(): void {
    for (const [table, rows] of this.tables) {
      const writes: StateWrite[] = [];
      for (const [key, { revision, state, changed, complete }] of rows)
        if (changed) writes.push({ key, revision, state: complete ? complete(state) : state });
      if (writes.length > 0) this.transaction.save(table, writes.sort(byKey));
    }
    this.writeAdditions();
  }

  /** Writes the rows of tables that only grow: they may go at any time. */
  writeAdditions(): void {
    for (const [table, rows] of this.inserts) this.transaction.insert(table, rows);
    this.inserts.clear();
  }

  writeLog(): void {
    if (this.appended.length > 0) this.transaction.append(this.appended);
  }

  private takeOver(table: string, key: string): void {
    const rows = this.rowsOf(table);
    const known = rows.get(key);
    const row = known && !isNobody(known) ? undefined : this.findAhead(table, key);
    if (row) rows.set(key, { ...row, changed: false });
  }

  private isPublished(event: DomainEvent): event is DomainEvent & OutgoingEvent {
    return this.types.sourceOf(event.type) !== undefined;
  }

  private row(table: string, key: string): LoadedRow {
    const row = this.rowsOf(table).get(key);
    if (!row) throw new Error(`${table} ${key} was not loaded`);
    return row;
  }

  private rowsOf(table: string): Map<string, LoadedRow> {
    const known = this.tables.get(table);
    if (known) return known;
    const rows = new Map<string, LoadedRow>();
    this.tables.set(table, rows);
    return rows;
  }
}

function isNobody({ revision, changed }: LoadedRow): boolean {
  return revision === 0 && !changed;
}

/** New rows are locked as they are inserted: in the same order by everybody. */
function byKey(one: StateWrite, other: StateWrite): number {
  return one.key < other.key ? -1 : 1;
}

/** The text of an event's data. @throws EventTooLarge beyond the limit of the log */
export function encode(event: OutgoingEvent): string {
  const data = JSON.stringify(event.data);
  if (data.length * 3 > EVENT_BYTES_MAX && Buffer.byteLength(data) > EVENT_BYTES_MAX) {
    throw new EventTooLarge(`${event.type} of ${event.data.declarationId} is over ${EVENT_BYTES_MAX} bytes`);
  }
  return data;
}

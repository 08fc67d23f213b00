import type { Versioned } from '../store/store';

/** Of each table: about as many as are under way at a time where the machine is busy. */
const ROWS_MAX = 5_000;

/**
 * Rows as this process has read or written them last, so that the next event of a declaration need not read them again.
 * A guess: who builds on it has the database confirm the revision in the same transaction.
 */
export class KnownRows {
  private readonly tables = new Map<string, Map<string, Versioned<unknown>>>();

  get(table: string, key: string): Versioned<unknown> | undefined {
    return this.tables.get(table)?.get(key);
  }

  /** The rows that were touched last stay, the others go. */
  keep(table: string, key: string, row: Versioned<unknown>): void {
    let rows = this.tables.get(table);
    if (!rows) this.tables.set(table, (rows = new Map()));
    rows.delete(key);
    rows.set(key, row);
    if (rows.size > ROWS_MAX) rows.delete(rows.keys().next().value!);
  }

  /** After a failure nobody knows which of them still hold. */
  forgetAll(): void {
    this.tables.clear();
  }
}

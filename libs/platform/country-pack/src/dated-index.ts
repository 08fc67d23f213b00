import type { Dated, Day } from './model';

/** Rows by key; of the rows of one key at most one holds on any day. */
export class DatedIndex<Row extends Dated> {
  private readonly rows = new Map<string, Row[]>();

  /** The row that already holds on a day of the new one, or nothing where it fits. */
  add(key: string, row: Row): Row | undefined {
    const versions = this.rows.get(key);
    if (!versions) {
      this.rows.set(key, [row]);
      return undefined;
    }
    const clash = versions.find((other) => overlap(other, row));
    if (!clash) versions.push(row);
    return clash;
  }

  at(key: string, on: Day): Row | undefined {
    return this.rows.get(key)?.find((row) => holds(row, on));
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  /** The row that holds last, for what has no day of its own. */
  latest(key: string): Row | undefined {
    return this.rows.get(key)?.reduce((last, row) => (row.from > last.from ? row : last));
  }

  all(on: Day): Row[] {
    return [...this.rows.values()].flat().filter((row) => holds(row, on));
  }
}

/** Days are texts whose order is the calendar's. */
export function holds(row: Dated, on: Day): boolean {
  return row.from <= on && (row.to === undefined || on <= row.to);
}

function overlap(one: Dated, other: Dated): boolean {
  return (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);
}

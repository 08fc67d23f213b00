import type { Day } from './model';

/** A replay of the past names many days, and could name any. */
const DAYS_MAX = 5_000;

/** What holds on a day, worked out once for each. */
export class ByDay<Value> {
  private readonly days = new Map<Day, Value>();

  constructor(private readonly find: (on: Day) => Value) {}

  on(day: Day): Value {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    if (this.days.size >= DAYS_MAX) this.days.clear();
    const found = this.find(day);
    this.days.set(day, found);
    return found;
  }
}

/** A map of so many entries: with each new one the oldest goes. */
export class Latest<Key, Value> {
  private readonly entries = new Map<Key, Value>();

  constructor(private readonly count: number) {}

  get(key: Key): Value | undefined {
    return this.entries.get(key);
  }

  set(key: Key, value: Value): void {
    this.entries.set(key, value);
    if (this.entries.size > this.count) this.entries.delete(this.entries.keys().next().value!);
  }
}

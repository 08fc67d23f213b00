import type { StoredEvent } from './event';

/** Of the texts of those events that are kept: about as many bytes, and what was read from them takes a few times that. */
const CHARACTERS_MAX = 16 * 1024 * 1024;

/** Something known of events, until so many have come after them. */
export class LatestEvents<Value> {
  private readonly values = new Map<StoredEvent, Value>();
  private characters = 0;

  get(event: StoredEvent): Value | undefined {
    return this.values.get(event);
  }

  set(event: StoredEvent, value: Value): void {
    if (!this.values.has(event)) this.characters += event.data.length;
    this.values.set(event, value);
    while (this.characters > CHARACTERS_MAX) this.forgetOldest();
  }

  private forgetOldest(): void {
    const oldest = this.values.keys().next().value!;
    this.values.delete(oldest);
    this.characters -= oldest.data.length;
  }
}

import type { StoredEvent } from './event';

/** Of the texts of those events that are kept: about as many bytes, and what was read from them takes a few times that. */
const CHARACTERS_MAX = 16 * 1024 * 1024;

/**
 * Something known of events, until so many have come after them. They go in two halves: a map from which the oldest is
 * taken one by one is slow to find the next oldest.
 */
export class LatestEvents<Value> {
  private young = new Map<StoredEvent, Value>();
  private old = new Map<StoredEvent, Value>();
  private youngCharacters = 0;

  get(event: StoredEvent): Value | undefined {
    return this.young.get(event) ?? this.old.get(event);
  }

  set(event: StoredEvent, value: Value): void {
    if (!this.young.has(event)) this.youngCharacters += event.data.length;
    this.young.set(event, value);
    if (this.youngCharacters > CHARACTERS_MAX / 2) this.forgetOld();
  }

  /** What nobody will ask for any more makes room for the rest. */
  forget(event: StoredEvent): void {
    if (this.young.delete(event)) this.youngCharacters -= event.data.length;
    this.old.delete(event);
  }

  private forgetOld(): void {
    this.old = this.young;
    this.young = new Map();
    this.youngCharacters = 0;
  }
}

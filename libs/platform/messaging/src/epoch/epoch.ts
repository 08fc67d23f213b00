import type { Place } from '../event';
import type { Mark } from '../store/store';

/** One life of a log: a log that has gone back in time goes on in the next. */
export interface Epoch {
  readonly epoch: number;
  /** The first position of each bucket that belongs to it. */
  readonly firsts: readonly number[];
}

/** Places of an earlier life that a reader has seen and whose events their owner no longer has. */
export interface Fork extends Omit<Place, 'position'> {
  readonly first: number;
  readonly last: number;
}

/** A place in a log that somebody says he has seen. */
export interface Sighting extends Omit<Place, 'source'> {
  readonly by: string;
}

/** Where a reader goes on, and what he has seen that is no more. */
interface Entry {
  readonly mark: Mark;
  readonly lost?: { readonly first: number; readonly last: number };
}

/**
 * Where a reader of an earlier life goes on in a later one. Nothing as long as he has still to read what both have in common.
 * @param epochs of the source, the earliest first
 */
export function entryInto(epochs: readonly Epoch[], bucket: number, mark: Mark): Entry | undefined {
  const later = epochs.filter(({ epoch }) => epoch > mark.epoch);
  if (later.length === 0) return undefined;
  // A life that began further back has taken from those before it what they had beyond.
  const entered = later.reduce((one, next) => (next.firsts[bucket]! <= one.firsts[bucket]! ? next : one));
  const first = entered.firsts[bucket]!;
  if (mark.position < first - 1) return undefined;
  const lost = mark.position >= first ? { first, last: mark.position } : undefined;
  return { mark: { epoch: entered.epoch, position: first - 1 }, lost };
}

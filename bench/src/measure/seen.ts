import type { Takeover } from '../shared/lane-journal';

/** What is seen in a turn beside its declarations, where somebody looks for it. */
export interface Seen {
  /** How long each look-up within the window waited, in milliseconds. */
  readonly lookupMs: readonly number[];
  /** Events that each process has taken, those of one that was killed left out. */
  readonly eventsByProcess: readonly number[];
  /** Steps of lanes found in order. */
  readonly lanesInOrder?: number;
  readonly killed?: Killed;
  /** The largest event in any log. */
  readonly largestEventBytes: number;
}

export interface Killed extends Takeover {
  /** Until all lanes had an owner and releases came at four fifths of the rate before; null where they never did within the turn. */
  readonly rateSeconds: number | null;
}

export const NOTHING_SEEN: Seen = { lookupMs: [], eventsByProcess: [], largestEventBytes: 0 };

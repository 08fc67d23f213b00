import { EVENT_BYTES_MAX, type StoredEvent } from '../event';
import type { Fork } from '../epoch/epoch';
import type { LaneName } from '../store/store';
import type { Failure } from './failure';
import type { Gathering } from './patience';

export interface LaneSettings {
  readonly eventsMax: number;
  readonly bytesMax: number;
  /** Nothing waits where this is not said. */
  readonly gathering?: Gathering;
  readonly poisonsPerMinuteMax: number;
  /** The time that a handler has for the events of one call. */
  readonly handlerMsMax: number;
  /** Milliseconds of the wall clock. */
  now(): number;
  /** Waits before the next try, longer with each. */
  pause(tries: number): Promise<void>;
  onFailure?(lane: LaneName, failure: Failure, error: unknown): void;
  /** After each transaction that has brought so many events to their effect. */
  onBatch?(events: number): void;
  /** What it has seen of a log that went back in time, and the log no longer has. */
  onFork?(lane: LaneName, fork: Fork): void;
  onDeadLetter?(lane: LaneName, event: StoredEvent, reason: string): void;
}

const PAUSE_MS_LEAST = 20;
const PAUSE_MS_MAX = 5_000;

export const LANE_SETTINGS: LaneSettings = {
  eventsMax: 1_000,
  bytesMax: EVENT_BYTES_MAX,
  poisonsPerMinuteMax: 100,
  handlerMsMax: 10_000,
  now: () => performance.timeOrigin + performance.now(),
  pause: (tries) => sleep(Math.min(PAUSE_MS_MAX, PAUSE_MS_LEAST * 2 ** Math.min(tries, 10))),
};

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

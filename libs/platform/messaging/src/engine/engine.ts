import type { EventTypes } from '../event-types';
import type { Handlers } from '../lane/handlers';
import type { Lane } from '../lane/lane';
import type { LaneSettings } from '../lane/settings';
import type { Store } from '../store/store';
import type { Lag } from './lag';

/** A service that listens. */
export interface Consumer {
  readonly name: string;
  readonly sources: readonly string[];
  readonly store: Store;
  readonly handlers: Handlers;
  readonly types: EventTypes;
  readonly settings: LaneSettings;
}

export interface Subscription {
  /** The lanes that this process works on at the moment. */
  lanes(): readonly Lane[];
  /** How far those lanes are behind. */
  lag(): Promise<readonly Lag[]>;
  /** Why it does not work, if so: liveness fails on it. */
  fault(): string | undefined;
  /** Finishes what is under way. */
  close(): Promise<void>;
}

/** What carries events from outboxes to lanes. The append is the store's: an event is in the log when its transaction commits. */
export interface Engine {
  readonly name: 'memory' | 'postgres' | 'kafka' | 'none';
  /** Carries away what this service appends, from now on. Nothing to do where lanes read the outboxes themselves. */
  publish(store: Store, settings: LaneSettings): Promise<void>;
  subscribe(consumer: Consumer): Promise<Subscription>;
  close(): Promise<void>;
}

import type { Engine } from '../engine/engine';
import type { History, Store } from '../store/store';

export type Service = 'declarations' | 'payments' | 'release';

/** A whole system with nothing in it yet. */
export interface System {
  readonly stores: Readonly<Record<Service, Store>>;
  readonly history: History;
  /** What one more process would have. */
  engine(): Engine;
  stop(): Promise<void>;
}

export interface Platform<Started extends System> {
  readonly name: Engine['name'];
  /** What is not installed here, if anything. */
  readonly lacks?: string;
  /** What takes its time and is needed only once. */
  readonly prepare?: () => Promise<unknown>;
  start(): Promise<Started>;
}

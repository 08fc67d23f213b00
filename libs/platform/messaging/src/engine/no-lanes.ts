import type { Engine, Subscription } from './engine';

/** Of a thread that has doors and no lanes: what it appends, others carry away and hear. */
export class NoLanes implements Engine {
  readonly name = 'none';

  publish(): Promise<void> {
    return Promise.resolve();
  }

  subscribe(): Promise<Subscription> {
    return Promise.resolve({
      lanes: () => [],
      lag: () => Promise.resolve([]),
      fault: () => undefined,
      close: () => Promise.resolve(),
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

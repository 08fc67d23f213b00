import { MemoryEngine } from '../memory/memory-engine';
import { MemoryLog } from '../memory/memory-log';
import { MemoryStore } from '../memory/memory-store';
import type { Platform, System } from './system';

const now = (): Date => new Date();

export const MEMORY: Platform<System> = {
  name: 'memory',
  start: () => {
    const log = new MemoryLog(now);
    const store = (service: string): MemoryStore => new MemoryStore(service, log, now);
    return Promise.resolve({
      stores: {
        declarations: store('declarations'),
        payments: store('payments'),
        release: store('release'),
      },
      history: log,
      engine: () => new MemoryEngine(log),
      stop: () => Promise.resolve(),
    });
  },
};

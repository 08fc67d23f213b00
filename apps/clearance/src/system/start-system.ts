import { startEmbedded } from './embedded-system';
import { startSplit } from './split-system';
import type { System, SystemOptions } from './system';

/** Starts a whole system on the engine that is asked for. */
export function startSystem(options: SystemOptions, engine: System['engine']): Promise<System> {
  return engine === 'kafka' ? startSplit(options) : startEmbedded(options);
}

import { startEmbedded } from './embedded-system';
import type { System, SystemOptions } from './system';

/** Starts a whole system on the engine that is asked for. */
export function startSystem(options: SystemOptions, _engine: System['engine']): Promise<System> {
  return startEmbedded(options);
}

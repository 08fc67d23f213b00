import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 to make every object among the young. It would make those whose like have once lived long (a query, a response,
 * while the process starts) among the old, where each outlives its use and keeps all that it points at from being tidied up:
 * a seventh of what the doors allocate was copied, and then filled the memory of the old.
 */
export function keepNewObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

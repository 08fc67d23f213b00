import type { Clock, Random } from '@tonggwan/kernel';
import { randomBytes } from 'node:crypto';

/** What a service asks Nest for: `@Inject(CLOCK) private readonly clock: Clock`. */
export const CLOCK = Symbol('tonggwan.clock');
export const RANDOM = Symbol('tonggwan.random');
/** The country pack of this system. */
export const PACK = Symbol('tonggwan.pack');

export const wallClock: Clock = { now: () => new Date() };

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };

/** A clock that runs `speed` times as fast as the wall clock since `wallStart`, when it showed `officeStart`. For simulated days. */
export function fastClock(wallStart: Date, officeStart: Date, speed: number): Clock {
  return {
    now: () => new Date(officeStart.getTime() + (Date.now() - wallStart.getTime()) * speed),
  };
}

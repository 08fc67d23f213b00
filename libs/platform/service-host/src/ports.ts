import type { Clock, Random } from '@tonggwan/kernel';
import { randomBytes } from 'node:crypto';

/** What a service asks Nest for: `@Inject(CLOCK) private readonly clock: Clock`. */
export const CLOCK = Symbol('tonggwan.clock');
export const RANDOM = Symbol('tonggwan.random');
/** The country pack of this system. */
export const PACK = Symbol('tonggwan.pack');

export const wallClock: Clock = { now: () => new Date() };

/** Asked for in large portions: asking costs the system more than a thousand bytes do. */
const PORTION_BYTES = 4_096;
let portion = Buffer.alloc(0);

export const systemRandom: Random = {
  bytes: (length) => {
    if (portion.length < length) portion = randomBytes(Math.max(PORTION_BYTES, length));
    const bytes = portion.subarray(0, length);
    portion = portion.subarray(length);
    return bytes;
  },
};

/**
 * A clock that shows `officeStart` until `wallStart` and then runs `speed` times as fast as the wall clock until it has
 * caught up with it: for simulated days, which lie in the past and lead into the present.
 */
export function fastClock(wallStart: Date, officeStart: Date, speed: number): Clock {
  return {
    now: () => {
      const wall = Date.now();
      const elapsed = Math.max(0, wall - wallStart.getTime());
      return new Date(Math.min(wall, officeStart.getTime() + elapsed * speed));
    },
  };
}

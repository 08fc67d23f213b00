import type { Clock } from '@tonggwan/kernel';
import { readFileSync } from 'node:fs';
import { fastClock } from '../ports';

/** How the clock of a simulated day runs, as whoever leads the day keeps it in a file. */
export interface ClockCourse {
  /** What it showed at an instant of the wall clock. */
  readonly office: string;
  readonly wall: string;
  /** How many times as fast as the wall clock since then; 0 while it stands still. */
  readonly speed: number;
}

const LOOK_MS = 20;

export function clockOn({ office, wall, speed }: ClockCourse): Clock {
  return fastClock(new Date(wall), new Date(office), speed);
}

/**
 * The clock that another process leads: a change of its course is noticed within some milliseconds, and no instant that
 * was shown is gone behind.
 * @param file holds a {@link ClockCourse} and is replaced as a whole
 */
export function followedClock(file: string): Clock {
  let clock = clockOn(courseIn(file));
  let lookedAt = Date.now();
  let shown = 0;
  const now = (): Date => {
    if (Date.now() - lookedAt > LOOK_MS) {
      clock = clockOn(courseIn(file));
      lookedAt = Date.now();
    }
    shown = Math.max(shown, clock.now().getTime());
    return new Date(shown);
  };
  return { now };
}

function courseIn(file: string): ClockCourse {
  return JSON.parse(readFileSync(file, 'utf8')) as ClockCourse;
}

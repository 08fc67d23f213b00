import type { Clock } from '@tonggwan/kernel';
import { type ClockCourse, clockOn, wallClock } from '@tonggwan/service-host';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The time that a system goes by. */
export interface OfficeTime {
  readonly clock: Clock;
  /** How many times as fast as the wall clock. */
  readonly speed: number;
  /** Begins to run, if it does not yet. */
  start(): void;
  /** Stands still while the machine cannot keep up with it, so that no simulated hour is the machine's. */
  waitFor(isMachineBehind: boolean): void;
  /** Where other processes follow it; empty for the wall clock. */
  readonly file: string;
}

export const WALL_TIME: OfficeTime = {
  clock: wallClock,
  speed: 1,
  start: () => undefined,
  waitFor: () => undefined,
  file: '',
};

interface Kept extends ClockCourse {
  /** No clock of this data folder has shown this instant yet, nor a later one. */
  readonly unused: string;
  /** Its speed while it does not stand still. */
  readonly pace: number;
}

/** Instants are set aside in blocks of so much wall time: what is kept is written that often. */
const BLOCK_MS = 250;

/**
 * A fast clock that survives a kill: it goes on after the last block of time that it had set aside, never behind an
 * instant that it has shown, instead of jumping over the hours in which nobody was there. Stands still until started.
 */
export class FastTime implements OfficeTime {
  readonly clock: Clock = { now: () => this.now() };
  private course: ClockCourse;
  private running: Clock;
  private setAside: number;
  private isStarted = false;

  private constructor(
    readonly file: string,
    officeStart: string,
    readonly speed: number,
  ) {
    this.course = { office: officeStart, wall: new Date().toISOString(), speed: 0 };
    this.running = clockOn(this.course);
    this.setAside = Date.parse(officeStart);
    this.keep(this.setAside);
  }

  /** @param begin the instant and speed that it begins with where the folder has no clock yet */
  static keptIn(dataFolder: string, begin: { at: Date; speed: number }): FastTime {
    const file = join(dataFolder, 'clock.json');
    if (!existsSync(file)) return new FastTime(file, begin.at.toISOString(), begin.speed);
    const { unused, pace } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return new FastTime(file, unused, pace);
  }

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.runAt(this.speed);
  }

  waitFor(isMachineBehind: boolean): void {
    const speed = isMachineBehind ? 0 : this.speed;
    if (this.isStarted && speed !== this.course.speed) this.runAt(speed);
  }

  private runAt(speed: number): void {
    const office = this.now().toISOString();
    this.course = { office, wall: new Date().toISOString(), speed };
    this.running = clockOn(this.course);
    this.keep(this.setAside);
  }

  private now(): Date {
    const at = this.running.now();
    if (this.isStarted && at.getTime() >= this.setAside) this.keep(at.getTime() + BLOCK_MS * this.speed);
    return at;
  }

  /** Whole or not at all, whenever the process ends. */
  private keep(setAside: number): void {
    this.setAside = setAside;
    const unused = new Date(setAside).toISOString();
    const kept: Kept = { ...this.course, unused, pace: this.speed };
    writeFileSync(`${this.file}.new`, `${JSON.stringify(kept)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }
}

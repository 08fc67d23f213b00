import type { Clock } from '@tonggwan/kernel';
import { fastClock, wallClock } from '@tonggwan/service-host';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The time that a system goes by. */
export interface OfficeTime {
  readonly clock: Clock;
  /** How many times as fast as the wall clock. */
  readonly speed: number;
  /** Begins to run, if it does not yet. @param afterMs so much wall time from now */
  start(afterMs?: number): void;
  /** Stands still while the machine cannot keep up with it, so that no simulated hour is the machine's. */
  waitFor(isMachineBehind: boolean): void;
  /** The same time for other processes, empty for the wall clock. Whoever has told it cannot make it wait any more. */
  tell(): string;
}

export const WALL_TIME: OfficeTime = {
  clock: wallClock,
  speed: 1,
  start: () => undefined,
  waitFor: () => undefined,
  tell: () => '',
};

interface Kept {
  /** No clock of this data folder has shown this instant yet, nor a later one. */
  readonly unused: string;
  /** How many times as fast as the wall clock. */
  readonly speed: number;
}

/** Instants are set aside in blocks of so much wall time: what is kept is written that often. */
const BLOCK_MS = 250;

/**
 * A fast clock that survives a kill: it goes on after the last block of time that it had set aside, never behind an
 * instant that it has shown, instead of jumping over the hours in which nobody was there. Stands still until started.
 */
export class FastTime implements OfficeTime {
  readonly clock: Clock = { now: () => this.now() };
  private fast: Clock;
  private setAside: number;
  private begins: { readonly wall: Date; readonly office: Date } | undefined;
  private isWaiting = false;
  private isTold = false;

  private constructor(
    private readonly file: string,
    private readonly officeStart: Date,
    readonly speed: number,
  ) {
    this.fast = { now: () => officeStart };
    this.setAside = officeStart.getTime();
  }

  /** @param begin the instant and speed that it begins with where the folder has no clock yet */
  static keptIn(dataFolder: string, begin: { at: Date; speed: number }): FastTime {
    const file = join(dataFolder, 'clock.json');
    if (!existsSync(file)) return new FastTime(file, begin.at, begin.speed);
    const { unused, speed } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return new FastTime(file, new Date(unused), speed);
  }

  start(afterMs = 0): void {
    if (!this.begins) this.runFrom(this.officeStart, afterMs);
  }

  waitFor(isMachineBehind: boolean): void {
    if (!this.begins || this.isTold || isMachineBehind === this.isWaiting) return;
    this.isWaiting = isMachineBehind;
    const at = this.now();
    if (isMachineBehind) this.fast = { now: () => at };
    else this.runFrom(at, 0);
  }

  tell(): string {
    this.start();
    this.isTold = true;
    const { wall, office } = this.begins!;
    return [wall.toISOString(), office.toISOString(), this.speed].join(',');
  }

  private runFrom(office: Date, afterMs: number): void {
    const wall = new Date(Date.now() + afterMs);
    this.begins = { wall, office };
    this.fast = fastClock(wall, office, this.speed);
  }

  private now(): Date {
    const at = this.fast.now();
    if (at.getTime() >= this.setAside) this.keep(at.getTime() + BLOCK_MS * this.speed);
    return at;
  }

  /** Whole or not at all, whenever the process ends. */
  private keep(setAside: number): void {
    this.setAside = setAside;
    const kept: Kept = { unused: new Date(setAside).toISOString(), speed: this.speed };
    writeFileSync(`${this.file}.new`, `${JSON.stringify(kept)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }
}

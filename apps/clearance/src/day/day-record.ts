import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The simulated day of a data folder: there is one, and it is run once. */
export interface DayRecord {
  readonly seed: number;
  readonly sample: number;
  /** By the office's calendar. */
  readonly day: string;
  readonly finished: boolean;
}

const FILE = 'day.json';

export function dayKeptIn(dataFolder: string): DayRecord | undefined {
  const file = join(dataFolder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DayRecord) : undefined;
}

export function keepDay(dataFolder: string, record: DayRecord): void {
  writeFileSync(join(dataFolder, FILE), `${JSON.stringify(record)}\n`);
}

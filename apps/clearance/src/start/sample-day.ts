import type { CountryPack } from '@tonggwan/country-pack';
import { dayKeptIn, keepDay } from '../day/day-record';
import { SamplePlan } from '../day/plan/sample-plan';
import { lastWorkingDay } from '../day/plan/working-day';
import { FastTime, type OfficeTime, WALL_TIME } from '../system/office-time';
import type { Flags } from './flags';

/** A simulated day that is to be run, with the time that it goes by. */
export interface SampleDay {
  readonly plan: SamplePlan;
  readonly time: OfficeTime;
  /** It was begun before, and ended before its time. */
  readonly isTakenUp: boolean;
}

/** The day takes longer the more there is to do, and the longer events are on their way between processes. */
const PACES = {
  postgres: { declarationsPerSecond: 140, secondsLeast: 10 },
  kafka: { declarationsPerSecond: 40, secondsLeast: 20 },
};

/** The day of a data folder; nothing where none is asked for, or where it is over already. */
export function sampleDay(
  dataFolder: string,
  asked: Pick<Flags, 'seed' | 'sample' | 'kafka'>,
  pack: CountryPack,
): SampleDay | undefined {
  const known = dayKeptIn(dataFolder);
  if (known?.finished || (!known && asked.sample === 0)) return undefined;
  const record = known ?? {
    seed: asked.seed,
    sample: asked.sample,
    day: lastWorkingDay(new Date(), pack.timeZone),
    finished: false,
  };
  if (!known) keepDay(dataFolder, record);
  const plan = new SamplePlan(record.seed, record.sample, record.day, pack);
  const { begins, ends } = plan.hours;
  const { declarationsPerSecond, secondsLeast } = PACES[asked.kafka ? 'kafka' : 'postgres'];
  const seconds = Math.max(secondsLeast, record.sample / declarationsPerSecond);
  const speed = Math.ceil((ends - begins) / 1_000 / seconds);
  const time = FastTime.keptIn(dataFolder, { at: new Date(begins), speed });
  return { plan, time, isTakenUp: known !== undefined };
}

/** The time that a system without a day to run goes by. */
export function timeOf(day: SampleDay | undefined): OfficeTime {
  return day?.time ?? WALL_TIME;
}

export function finish(dataFolder: string, { plan: { seed, sample, day } }: SampleDay): void {
  keepDay(dataFolder, { seed, sample, day, finished: true });
}

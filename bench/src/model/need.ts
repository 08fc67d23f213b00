/** What one declaration was measured to use, and how many a process does at most. */
export interface Cost {
  readonly name: string;
  readonly perSecond: number;
  readonly nodeMs: number;
  readonly postgresMs: number;
  readonly kafkaMs: number;
  readonly walBytes: number;
  /** By which the database grew, indexes included. */
  readonly storedBytes: number;
  readonly walSyncs: number;
}

/** What so many declarations a second need. */
export interface Need {
  readonly cores: number;
  readonly postgresCores: number;
  /** With all services in each. */
  readonly processes: number;
  readonly perBucket: number;
  readonly walMiBPerSecond: number;
  readonly walSyncsPerSecond: number;
  readonly storedGiBPerDay: number;
  readonly storedTiBPerYear: number;
}

/** How full cores and processes may be: the rest is for peaks and for what goes on when one is lost. */
export const FULL = 0.7;
const MIB = 1_024 ** 2;
const GIB = 1_024 ** 3;
const SECONDS_A_DAY = 86_400;
const DAYS_A_YEAR = 365;
const GIB_IN_TIB = 1_024;

/** Each of these in proportion to the rate: what is measured at one rate is carried over to another as it is. */
export function needAt(rate: number, cost: Cost, buckets: number): Need {
  const cores = (ms: number): number => (rate * ms) / 1_000 / FULL;
  const storedGiBPerDay = (rate * SECONDS_A_DAY * cost.storedBytes) / GIB;
  return {
    cores: cores(cost.nodeMs + cost.postgresMs + cost.kafkaMs),
    postgresCores: cores(cost.postgresMs),
    processes: Math.ceil(rate / (FULL * cost.perSecond)),
    perBucket: rate / buckets,
    walMiBPerSecond: (rate * cost.walBytes) / MIB,
    walSyncsPerSecond: rate * cost.walSyncs,
    storedGiBPerDay,
    storedTiBPerYear: (storedGiBPerDay * DAYS_A_YEAR) / GIB_IN_TIB,
  };
}

/** The rates at which each limit is met, the nearest first. @param primaryCores of the largest machine for PostgreSQL */
export function limitsOf(
  cost: Cost,
  buckets: number,
  primaryCores: number,
): readonly (readonly [limit: string, perSecond: number])[] {
  const process = FULL * cost.perSecond;
  const limits: (readonly [string, number])[] = [
    ['one thread of Node, in one process', process],
    [`${buckets} buckets, a process of all services for each`, buckets * process],
    [`a PostgreSQL primary of ${primaryCores} cores`, (primaryCores * FULL * 1_000) / cost.postgresMs],
  ];
  return limits.sort(([, one], [, other]) => one - other);
}

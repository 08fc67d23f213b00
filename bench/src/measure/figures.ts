import { type Contents, contentsOf } from '../contents/contents';
import { type Program, PROGRAMS } from './processes';
import type { Standing } from './standing';

/** What a row has come to; per declaration means per one that was released in the window. */
export interface Figures extends Contents {
  readonly name: string;
  readonly perSecond: number;
  /** From the instant that a declaration was due to arrive to the commit of its release. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly cpuMsPerDeclaration: number;
  readonly cpuMsByProgram: Readonly<Record<Program | 'loader', number>>;
  readonly statementsPerDeclaration: number;
  readonly transactionsPerDeclaration: number;
  readonly walBytesPerDeclaration: number;
  readonly peakMemoryMB: number;
  /** In the window; as long as the two are far apart the row was not yet steady, and what is said per declaration is off. */
  readonly lodged: number;
  readonly released: number;
  readonly seconds: number;
}

/** A time in which a row had the machine to itself. */
export interface Turn {
  readonly begin: Standing;
  readonly end: Standing;
  readonly peakMemoryMB: number;
  /** When declarations were due, by declaration in milliseconds of the epoch. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** When they were released, likewise. */
  readonly releases: ReadonlyMap<string, number>;
  /** What the final rows of those released say, each content once. */
  readonly contents: readonly string[];
}

export function releasedPerSecond(turn: Turn): number {
  return releasedWithin(turn) / secondsOf(turn);
}

/** @throws Error when none was released: there is nothing to divide by */
export function figuresOf(name: string, turns: readonly Turn[]): Figures {
  const total = (of: (turn: Turn) => number): number => turns.reduce((sum, turn) => sum + of(turn), 0);
  const released = total(releasedWithin);
  if (released === 0) throw new Error('none was released within the window: give it more --seconds');
  const seconds = total(secondsOf);
  const each = (used: (standing: Standing) => number): number =>
    total(({ begin, end }) => used(end) - used(begin)) / released;
  const cpuMs = (part: Program | 'loader'): number => 1_000 * each(({ cpuSeconds }) => cpuSeconds[part]);
  const byProgram = PROGRAMS.map((program) => [program, cpuMs(program)] as const);
  return {
    name,
    perSecond: released / seconds,
    ...waitsOf(turns),
    cpuMsPerDeclaration: byProgram.reduce((sum, [, ms]) => sum + ms, 0),
    cpuMsByProgram: {
      ...(Object.fromEntries(byProgram) as Record<Program, number>),
      loader: cpuMs('loader'),
    },
    statementsPerDeclaration: each(({ statements }) => statements),
    transactionsPerDeclaration: each(({ transactions }) => transactions),
    walBytesPerDeclaration: each(({ walBytes }) => walBytes),
    peakMemoryMB: Math.max(...turns.map(({ peakMemoryMB }) => peakMemoryMB)),
    lodged: total((turn) => lodgedWithin(turn).length),
    released,
    seconds,
    ...contentsOf(turns.flatMap(({ contents }) => contents)),
  };
}

function waitsOf(turns: readonly Turn[]): Pick<Figures, 'p50Ms' | 'p99Ms' | 'p999Ms'> {
  const waits = turns
    .flatMap((turn) =>
      lodgedWithin(turn).flatMap(([id, due]) => {
        const at = turn.releases.get(id);
        return at === undefined ? [] : [at - due];
      }),
    )
    .sort((one, other) => one - other);
  return {
    p50Ms: percentile(waits, 0.5),
    p99Ms: percentile(waits, 0.99),
    p999Ms: percentile(waits, 0.999),
  };
}

function lodgedWithin(turn: Turn): readonly (readonly [id: string, due: number])[] {
  return [...turn.arrivals].filter(([, due]) => isWithin(turn, due));
}

function releasedWithin(turn: Turn): number {
  return [...turn.releases.values()].filter((at) => isWithin(turn, at)).length;
}

function secondsOf({ begin, end }: Turn): number {
  return (end.at - begin.at) / 1_000;
}

function isWithin({ begin, end }: Turn, at: number): boolean {
  return at >= begin.at && at < end.at;
}

/** The least value that so large a share of the sorted ones does not exceed; NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

import type { Contents } from '../contents/contents';
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

export interface Window {
  readonly begin: Standing;
  readonly end: Standing;
  readonly peakMemoryMB: number;
}

/**
 * @param arrivals when declarations were due
 * @param releases when they were released, both by declaration in milliseconds of the epoch
 * @throws Error when none was released: there is nothing to divide by
 */
export function figuresOf(
  name: string,
  { begin, end, peakMemoryMB }: Window,
  arrivals: ReadonlyMap<string, number>,
  releases: ReadonlyMap<string, number>,
): Omit<Figures, keyof Contents> {
  const isWithin = (at: number): boolean => at >= begin.at && at < end.at;
  const released = [...releases.values()].filter(isWithin).length;
  if (released === 0) throw new Error('none was released within the window: give it more --seconds');
  const lodged = [...arrivals].filter(([, due]) => isWithin(due));
  const waits = lodged
    .flatMap(([id, due]) => (releases.has(id) ? [releases.get(id)! - due] : []))
    .sort((one, other) => one - other);
  const each = (used: (standing: Standing) => number): number => (used(end) - used(begin)) / released;
  const cpuMs = (part: Program | 'loader'): number => 1_000 * each(({ cpuSeconds }) => cpuSeconds[part]);
  const seconds = (end.at - begin.at) / 1_000;
  const byProgram = PROGRAMS.map((program) => [program, cpuMs(program)] as const);
  return {
    name,
    perSecond: released / seconds,
    p50Ms: percentile(waits, 0.5),
    p99Ms: percentile(waits, 0.99),
    p999Ms: percentile(waits, 0.999),
    cpuMsPerDeclaration: byProgram.reduce((sum, [, ms]) => sum + ms, 0),
    cpuMsByProgram: {
      ...(Object.fromEntries(byProgram) as Record<Program, number>),
      loader: cpuMs('loader'),
    },
    statementsPerDeclaration: each(({ statements }) => statements),
    transactionsPerDeclaration: each(({ transactions }) => transactions),
    walBytesPerDeclaration: each(({ walBytes }) => walBytes),
    peakMemoryMB,
    lodged: lodged.length,
    released,
    seconds,
  };
}

/** The least value that so large a share of the sorted ones does not exceed; NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

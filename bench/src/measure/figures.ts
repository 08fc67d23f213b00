import { type Contents, contentsOf } from '../contents/contents';
import { type Program, PROGRAMS } from './processes';
import type { Killed, Seen } from './seen';
import type { Standing } from './standing';

/** What a row has come to; per declaration means per one that was released in the window. */
export interface Figures extends Contents {
  readonly name: string;
  /** The row of the same run that it differs from in one thing. */
  readonly beside?: string;
  /** Goods items of each declaration. */
  readonly items: number;
  readonly itemsPerSecond: number;
  /** How many contents the corpus has. */
  readonly templates: number;
  readonly perSecond: number;
  /** From the instant that a declaration was due to arrive to the commit of its release. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly cpuMsPerDeclaration: number;
  readonly cpuMsPerItem: number;
  readonly cpuMsByProgram: Readonly<Record<Program | 'loader', number>>;
  readonly statementsPerDeclaration: number;
  readonly transactionsPerDeclaration: number;
  readonly walBytesPerDeclaration: number;
  /** By which the database grew. */
  readonly storedBytesPerDeclaration: number;
  readonly walSyncsPerDeclaration: number;
  readonly peakMemoryMB: number;
  /** In the window; as long as the two are far apart the row was not yet steady, and what is said per declaration is off. */
  readonly lodged: number;
  readonly released: number;
  readonly seconds: number;
  readonly largestEventBytes: number;
  /** Where it was asked for. */
  readonly lookups?: LookupFigures;
  /** Where processes share the work: of each its share of the events taken, as `/metrics` says it. */
  readonly eventsByProcess?: readonly number[];
  /** Steps of lanes found in order. */
  readonly lanesInOrder?: number;
  /** Of each turn in which a process was killed. */
  readonly killed?: readonly Killed[];
}

export interface LookupFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Of which row figures are. */
interface Name {
  readonly name: string;
  readonly beside?: string;
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
  readonly seen: Seen;
}

export function releasedPerSecond(turn: Turn): number {
  return releasedWithin(turn) / secondsOf(turn);
}

/** @throws Error when none was released: there is nothing to divide by */
export function figuresOf(
  { name, beside }: Name,
  { items, templates }: Pick<Figures, 'items' | 'templates'>,
  turns: readonly Turn[],
): Figures {
  const total = (of: (turn: Turn) => number): number => turns.reduce((sum, turn) => sum + of(turn), 0);
  const released = total(releasedWithin);
  if (released === 0) throw new Error('none was released within the window: give it more --seconds');
  const seconds = total(secondsOf);
  const each = (used: (standing: Standing) => number): number =>
    total(({ begin, end }) => used(end) - used(begin)) / released;
  const cpuMs = (part: Program | 'loader'): number => 1_000 * each(({ cpuSeconds }) => cpuSeconds[part]);
  const byProgram = PROGRAMS.map((program) => [program, cpuMs(program)] as const);
  const cpuMsPerDeclaration = byProgram.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    ...{ name, beside, items, templates },
    perSecond: released / seconds,
    itemsPerSecond: (released * items) / seconds,
    ...waitsOf(turns),
    cpuMsPerDeclaration,
    cpuMsPerItem: cpuMsPerDeclaration / items,
    cpuMsByProgram: {
      ...(Object.fromEntries(byProgram) as Record<Program, number>),
      loader: cpuMs('loader'),
    },
    statementsPerDeclaration: each(({ statements }) => statements),
    transactionsPerDeclaration: each(({ transactions }) => transactions),
    walBytesPerDeclaration: each(({ walBytes }) => walBytes),
    storedBytesPerDeclaration: each(({ storedBytes }) => storedBytes),
    walSyncsPerDeclaration: each(({ walSyncs }) => walSyncs),
    peakMemoryMB: Math.max(...turns.map(({ peakMemoryMB }) => peakMemoryMB)),
    lodged: total((turn) => lodgedWithin(turn).length),
    released,
    seconds,
    ...contentsOf(
      turns.flatMap(({ contents }) => contents),
      templates,
    ),
    ...seenIn(
      turns.map(({ seen }) => seen),
      seconds,
    ),
  };
}

function seenIn(
  all: readonly Seen[],
  seconds: number,
): Pick<Figures, 'largestEventBytes' | 'lookups' | 'eventsByProcess' | 'lanesInOrder' | 'killed'> {
  const waits = all.flatMap(({ lookupMs }) => lookupMs).sort((one, other) => one - other);
  const [first] = all;
  const isShared = first?.lanesInOrder !== undefined;
  return {
    largestEventBytes: Math.max(...all.map(({ largestEventBytes }) => largestEventBytes)),
    lookups:
      waits.length === 0
        ? undefined
        : {
            perSecond: waits.length / seconds,
            p50Ms: percentile(waits, 0.5),
            p99Ms: percentile(waits, 0.99),
          },
    eventsByProcess: isShared
      ? first.eventsByProcess.map((_, at) =>
          all.reduce((sum, { eventsByProcess }) => sum + eventsByProcess[at]!, 0),
        )
      : undefined,
    lanesInOrder: isShared ? all.reduce((sum, { lanesInOrder }) => sum + lanesInOrder!, 0) : undefined,
    killed: first?.killed && all.map(({ killed }) => killed!),
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

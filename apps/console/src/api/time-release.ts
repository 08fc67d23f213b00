/** One row of `GET /time-release`; durations in milliseconds. */
export interface StatisticsRow {
  readonly step: string;
  readonly owner?: string;
  readonly channel?: string;
  readonly office?: string;
  readonly day?: string;
  readonly n: number;
  readonly unfinished: number;
  readonly mean?: number;
  readonly median?: number;
  readonly mode?: number;
  readonly modeBin: number;
  readonly standardDeviation?: number;
  readonly p90?: number;
  readonly p99?: number;
}

export interface Statistics {
  readonly rows: readonly StatisticsRow[];
  readonly machine: { readonly n: number; readonly p50?: number; readonly p99?: number };
}

export interface Interval {
  readonly step: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly milliseconds: number;
}

/** `GET /time-release/{declarationId}`. */
export interface LifeStory {
  readonly milliseconds: number;
  readonly untilRelease?: number;
  readonly waiting?: { readonly step: string; readonly owner: string };
  readonly intervals: readonly Interval[];
  readonly moments: readonly { readonly name: string; readonly version: number; readonly at: string }[];
}

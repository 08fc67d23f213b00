/**
 * A day of the office's calendar, `2026-01-31`. What holds from a day holds from its midnight in the pack's
 * zone.
 */
export type Day = string;

/** Where a fact of the pack comes from; `illustrative` where no law or publication settles it. */
export interface Sourced {
  readonly source: string;
  readonly illustrative: boolean;
}

export interface Dated {
  readonly from: Day;
  /** The last day; without it the row still holds. */
  readonly to?: Day;
}

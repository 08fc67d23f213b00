/** Why an assessment is held, in the order in which the first one names the hold. */
const HOLD_REASONS = [
  'no-items',
  'no-value',
  'value-out-of-range',
  'unknown-charge',
  'no-exchange-rate',
  'no-commodity-code',
  'no-rate',
] as const;
type HoldReason = (typeof HOLD_REASONS)[number];

/** Something that keeps the tax from being worked out, for the officer to read. */
export interface Problem {
  readonly reason: HoldReason;
  readonly detail: string;
}

export function reasonOf(problems: readonly Problem[]): HoldReason | undefined {
  return HOLD_REASONS.find((reason) => problems.some((problem) => problem.reason === reason));
}

import type { Verdict } from '../check/check';
import type { Met } from '../traffic/traffic';

/** What a scenario has come to. Rates are of one second. */
export interface Outcome extends Omit<Verdict, 'findings'> {
  readonly name: string;
  /** Answered 202. */
  readonly accepted: number;
  readonly released: number;
  /** From the end of the trouble until releases come at four fifths of the rate before; null where they never do. */
  readonly recoverySeconds: number | null;
  /** Releases during the trouble beside those before it, or beside the most that the system sustains. */
  readonly goodputRatio: number;
  /** Acceptances during the trouble beside what was brought. */
  readonly intakeRatio: number;
  /** Releases after the recovery, until nothing is behind any more, beside what was brought; null where nothing was behind. */
  readonly drainRatio: number | null;
  readonly refused: Met['refused'];
  readonly broken: number;
  /** How many broke with which error. */
  readonly brokenBy: Readonly<Record<string, number>>;
  readonly unforeseen: number;
  /** Answers that nobody should get, and connections that broke where none may. */
  readonly failed: number;
  /** Put there by the scenario as what no service can take, and found among the dead letters. */
  readonly poisoned: number;
  /** What the scenario asks for beyond that nothing is lost or doubled, and did not get. */
  readonly missed: readonly string[];
}

/** Whether the promise was kept: what a slow machine cannot change. */
export function isWhole({ lost, doubled, ledgerSum, failed }: Outcome): boolean {
  return lost === 0 && doubled === 0 && ledgerSum === '0' && failed === 0;
}

import type { Outcome } from './measure/outcome';

const of = (number: number | null, digits: number): string => (number === null ? '' : number.toFixed(digits));

const COLUMNS: readonly (readonly [title: string, text: (outcome: Outcome) => string])[] = [
  ['scenario', ({ name }) => name],
  ['accepted', ({ accepted }) => String(accepted)],
  ['released', ({ released }) => String(released)],
  ['lost', ({ lost }) => String(lost)],
  ['doubled', ({ doubled }) => String(doubled)],
  ['ledger', ({ ledgerSum }) => ledgerSum],
  ['goodput', ({ goodputRatio }) => of(goodputRatio, 2)],
  ['intake', ({ intakeRatio }) => of(intakeRatio, 2)],
  ['drain', ({ drainRatio }) => of(drainRatio, 1)],
  ['recovery s', ({ recoverySeconds }) => of(recoverySeconds, 1)],
  ['refused', ({ refused }) => String(refused)],
  ['broken', ({ broken }) => String(broken)],
  ['failed', ({ failed }) => String(failed)],
  ['below its goal', ({ missed }) => missed.join('; ')],
];

const LEGEND = `Lost: taken, and not come where it must. Doubled: there more than once. Ledger: the sum of all postings.
Goodput: releases during the trouble beside those before it (overload: beside the most that is sustained). Intake:
acceptances during the trouble beside what was brought. Drain: releases after the recovery, until nothing is behind any
more, beside what was brought. Refused: told when to come again. Broken: connections, whose callers came again. Failed:
answers that nobody should get, and broken connections where none may break.`;

export function table(outcomes: readonly Outcome[]): string {
  const cells = [
    COLUMNS.map(([title]) => title),
    ...outcomes.map((outcome) => COLUMNS.map(([, text]) => text(outcome))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  const isText = (column: number): boolean => column === 0 || column === COLUMNS.length - 1;
  const lines = cells.map((line) =>
    line
      .map((cell, at) => (isText(at) ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\n${LEGEND}`;
}

/** With two digits after the point at most, as JSON. */
export function json(scenarios: readonly Outcome[]): string {
  return JSON.stringify({ scenarios }, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  );
}

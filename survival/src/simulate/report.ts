import type { Options } from './options';
import type { Finding } from './run/seeds';

export interface Tally {
  seeds: number;
  violations: number;
  events: number;
  faults: number;
  readonly failing: Finding[];
}

/** How to see one failing seed again, and the least that it takes. */
export function failureText({ outcome, smallest }: Finding, plant: string | undefined): string {
  const { seed, violations, faults } = smallest ?? outcome;
  return [
    `seed ${seed}: ${outcome.violations.length} violations; again with --seed ${seed}${plant ? ` --plant ${plant}` : ''}`,
    ...violations.map((violation) => `    ${violation}`),
    `  after ${faults.length} of ${outcome.faults.length} faults:`,
    ...faults.map((fault) => `    ${fault}`),
  ].join('\n');
}

export function summaryText({ seeds, violations, events, faults }: Tally): string {
  return `${seeds} seeds, ${events} events, ${faults} faults: ${violations} violations`;
}

export function summaryJson(
  { seeds, violations, events, faults, failing }: Tally,
  { plant }: Options,
): string {
  const found = failing.map(({ outcome, smallest }) => ({
    seed: outcome.seed,
    violations: outcome.violations,
    faults: smallest?.faults,
  }));
  return JSON.stringify({ seeds, violations, ...(plant ? { plant } : {}), events, faults, failing: found });
}

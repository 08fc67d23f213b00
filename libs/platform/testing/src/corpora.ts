import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const BESIDE_THE_CHECKOUT = resolve(__dirname, '../../../../../shared/corpora');

/** The folder of real declarations and published answers: `CORPORA`, or `shared/corpora` beside the checkout. */
export function corpora(): string {
  return process.env.CORPORA ?? BESIDE_THE_CHECKOUT;
}

/** Tests on real input: skipped by name where the corpora are absent, but in CI they must run. */
export function describeWithCorpora(name: string, tests: () => void): void {
  const found = () => it(`finds the corpora for: ${name}`, () => expect(corpora()).toBe('a folder'));
  if (existsSync(corpora())) describe(name, tests);
  else if (process.env.CI) found();
  // Without the tests themselves, which may read the corpora to know what to test.
  else describe.skip(`${name} (corpora absent)`, found);
}

import type { Outcome } from './run-seed';
import { shrunk } from './shrink';

const faults = Array.from({ length: 40 }, (_, index) => `fault ${index}`);
const outcome = (seed: number, left: readonly string[], violations: readonly string[]): Outcome => ({
  ...{ seed, violations, events: 0, faults: left },
});

/** A seed that fails when all of these happen. */
const failsWith =
  (...needed: readonly string[]) =>
  (only: ReadonlySet<string>): Promise<Outcome> => {
    const left = faults.filter((fault) => only.has(fault));
    return Promise.resolve(outcome(1, left, needed.every((one) => only.has(one)) ? ['lost'] : []));
  };

describe('A failing seed', () => {
  it('is shrunk to the two faults that it takes together', async () => {
    const smallest = await shrunk(outcome(1, faults, ['lost']), failsWith('fault 3', 'fault 31'));
    expect(smallest.faults).toEqual(['fault 3', 'fault 31']);
  });

  it('is shrunk to none where it fails by itself', async () => {
    expect((await shrunk(outcome(1, faults, ['lost']), failsWith())).faults).toEqual([]);
  });
});

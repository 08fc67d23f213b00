import type { StatisticsRow } from '../api/time-release';
import { axisOf, people, sharesOf } from './waits';

const row = (step: string, owner: string | undefined, n: number, mean?: number): StatisticsRow => ({
  ...{ step, owner, n, mean, unfinished: 0, modeBin: 1 },
});

describe('the waits of people', () => {
  const rows = [
    row('control', 'customs', 2, 3000),
    row('hold', 'customs', 1, 2000),
    row('payment', 'bank', 4, 6000),
    row('removal', 'port', 0),
    row('release', 'system', 9, 5),
    row('until-release', undefined, 9, 9000),
  ];

  it('leave out what the system took', () => {
    expect(people(rows).map(({ step }) => step)).not.toContain('release');
  });

  it('divide among those who had to act, weighed by how many waited', () => {
    expect(sharesOf(people(rows))).toEqual([
      { owner: 'bank', milliseconds: 24_000, share: 0.75 },
      { owner: 'customs', milliseconds: 8_000, share: 0.25 },
    ]);
    expect(sharesOf([])).toEqual([]);
  });
});

describe('an axis of time', () => {
  it.each([
    [42_000, 45_000, 4],
    [100 * 60_000, 120 * 60_000, 5],
    [50 * 3_600_000, 60 * 3_600_000, 6],
    [400 * 86_400_000, 400 * 86_400_000, 6],
    [0, 1_000, 2],
  ])('for %i ms ends at %i with %i marks', (longest, end, count) => {
    const axis = axisOf(longest);
    expect([axis.end, axis.marks.length]).toEqual([end, count]);
  });
});

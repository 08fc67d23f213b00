import type { Figures } from '../measure/figures';
import { notes } from './notes';

const row = (name: string, more: Partial<Figures> = {}) =>
  ({
    ...{ name, perSecond: 100, p99Ms: 200, cpuMsPerDeclaration: 4, statementsPerDeclaration: 2 },
    ...more,
  }) as Figures;

describe('what is said below the table', () => {
  it('is nothing where every row is as always', () => expect(notes([row('one'), row('two')])).toEqual([]));

  it('is how a row stands to the one that it differs from', () =>
    expect(
      notes([
        row('one'),
        row('one-more', {
          ...{ beside: 'one', perSecond: 90, p99Ms: 250 },
          ...{ cpuMsPerDeclaration: 5, statementsPerDeclaration: 1 },
        }),
      ]),
    ).toEqual([
      'one-more: 90 % of the rate of one, 125 % of its p99, 125 % of its CPU and 50 % of its statements for each declaration',
    ]));

  it('is how look-ups were answered', () =>
    expect(notes([row('one', { lookups: { perSecond: 499.7, p50Ms: 3, p99Ms: 17.4 } })])).toEqual([
      'one: 500 look-ups answered a second, p50 3 ms, p99 17 ms',
    ]));

  it('is how processes shared the work, and how long it stood when one was killed', () => {
    const killed = [{ lanes: 32, lanesSeconds: 2.94, rateSeconds: null }];
    expect(notes([row('two', { eventsByProcess: [300, 100], lanesInOrder: 50, killed })])).toEqual([
      'two: 400 events taken, by each process that still runs 75 %, 25 %; 50 steps of lanes in order\n' +
        'two: 32 lanes of the killed process all had an owner again after 2.9 s, releases came at their rate not again within the turn',
    ]);
  });
});

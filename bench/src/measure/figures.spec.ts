import { figuresOf as figuresOfRow, percentile, type Turn } from './figures';
import { NOTHING_SEEN } from './seen';
import type { Standing } from './standing';

const figuresOf = (name: string, turns: readonly Turn[]) =>
  figuresOfRow({ name, beside: 'other' }, { items: 5, templates: 200 }, turns);

const used = (at: number, amount: number): Standing => ({
  at,
  cpuSeconds: { system: amount, postgres: amount, kafka: 0, loader: amount },
  walBytes: amount * 1_000,
  walSyncs: amount,
  storedBytes: amount * 500,
  transactions: amount,
  statements: amount * 2,
});

describe('the figures of a row', () => {
  const arrivals = new Map([
    ['before', 900],
    ['first', 1_000],
    ['second', 1_500],
    ['late', 2_900],
    ['rejected', 2_000],
  ]);
  const releases = new Map([
    ['before', 1_100],
    ['first', 1_400],
    ['second', 2_999],
    ['late', 3_000],
  ]);
  const turn = {
    ...{ begin: used(1_000, 10), end: used(3_000, 14), peakMemoryMB: 500 },
    ...{ arrivals, releases, contents: ['one', 'other'] },
    seen: NOTHING_SEEN,
  };
  const figures = figuresOf('row', [turn]);

  it('count what is released within the window, whenever it was lodged', () => {
    expect(figures).toMatchObject({ released: 3, lodged: 4, seconds: 2, perSecond: 1.5 });
  });

  it('wait from the instant of arrival to the release, for all that arrive in the window and are ever released', () => {
    expect(figures).toMatchObject({ p50Ms: 400, p99Ms: 1_499, p999Ms: 1_499 });
  });

  it('share what was used in the window among the released, the loader apart', () => {
    expect(figures.statementsPerDeclaration).toBeCloseTo(8 / 3);
    expect(figures.walBytesPerDeclaration).toBeCloseTo(4_000 / 3);
    expect(figures.storedBytesPerDeclaration).toBeCloseTo(2_000 / 3);
    expect(figures.walSyncsPerDeclaration).toBeCloseTo(4 / 3);
    expect(figures.cpuMsPerDeclaration).toBeCloseTo(8_000 / 3);
    expect(figures.cpuMsByProgram.loader).toBeCloseTo(4_000 / 3);
  });

  it('put its turns together as if they had been one', () => {
    const other = {
      ...{ begin: used(10_000, 0), end: used(11_000, 5), peakMemoryMB: 700 },
      arrivals: new Map([['again', 10_100]]),
      releases: new Map([['again', 10_150]]),
      contents: ['other', 'third'],
      seen: NOTHING_SEEN,
    };
    const both = figuresOf('row', [turn, other]);
    expect(both).toMatchObject({
      released: 4,
      lodged: 5,
      seconds: 3,
      p50Ms: 100,
      peakMemoryMB: 700,
      contents: 3,
    });
    expect(both.perSecond).toBeCloseTo(4 / 3);
    expect(both.walBytesPerDeclaration).toBeCloseTo(9_000 / 4);
  });

  it('are none where nothing was released', () => {
    expect(() => figuresOf('row', [{ ...turn, releases: new Map() }])).toThrow('none was released');
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  it('is the least value that so many do not exceed', () => {
    expect([0.5, 0.99, 0.999, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100, 100]);
  });

  it('is not a number where there is nothing', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

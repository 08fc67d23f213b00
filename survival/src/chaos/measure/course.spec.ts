import { ratiosOf } from './course';

const everyMs = (ms: number, from: number, to: number) =>
  Array.from({ length: (to - from) / ms }, (_, place) => from + ms * place);

/** Ten a second are lodged; nothing is released for ten seconds, and then twenty a second. */
const piledUp = {
  accepted: everyMs(100, 0, 40_000),
  released: [...everyMs(100, 0, 10_000), ...everyMs(50, 22_000, 37_000)],
  before: { from: 0, to: 10_000 },
  trouble: { from: 10_000, to: 20_000 },
};

describe('the course of a scenario', () => {
  it('says how long silence lasted, what went on meanwhile, and how fast it was made good', () => {
    const ratios = ratiosOf(piledUp, 10);
    expect(ratios).toMatchObject({ recoverySeconds: 2, goodputRatio: 0, intakeRatio: 1 });
    expect(ratios.drainRatio).toBeCloseTo(2, 1);
  });

  it('measures goodput by the most that the system sustains where that is asked for', () => {
    const course = { ...piledUp, trouble: { from: 25_000, to: 35_000 } };
    expect(ratiosOf(course, 10, 40).goodputRatio).toBe(0.5);
  });

  it('drains nothing where nothing was behind', () => {
    const steady = { ...piledUp, released: piledUp.accepted };
    expect(ratiosOf(steady, 10)).toEqual({
      ...{ recoverySeconds: 0, goodputRatio: 1, intakeRatio: 1, drainRatio: null },
    });
  });

  it('has not recovered where releases stay away', () => {
    const silent = { ...piledUp, released: everyMs(100, 0, 10_000) };
    expect(ratiosOf(silent, 10)).toMatchObject({ recoverySeconds: null, drainRatio: null });
  });
});

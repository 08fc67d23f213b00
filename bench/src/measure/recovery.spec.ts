import { rateBetween, recoverySeconds } from './recovery';

/** Ten a second for two stretches, with nothing in between. */
const every100Ms = (from: number, to: number) =>
  Array.from({ length: (to - from) / 100 }, (_, place) => from + 100 * place);
const releases = [...every100Ms(0, 5_000), ...every100Ms(8_000, 14_000)];

describe('the pulse of releases', () => {
  it('counts those of a stretch by the second', () => {
    expect(rateBetween(releases, 0, 5_000)).toBe(10);
    expect(rateBetween(releases, 4_000, 6_000)).toBe(5);
  });

  it('is back when releases come at four fifths of the rate before', () =>
    expect(recoverySeconds(releases, 5_000, 10)).toBe(3));

  it('was never gone where they go on', () => expect(recoverySeconds(releases, 1_000, 10)).toBe(0));

  it('is not back where they stay below', () => expect(recoverySeconds(releases, 5_000, 20)).toBeUndefined());
});

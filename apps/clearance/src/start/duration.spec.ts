import { duration } from './duration';

describe('a duration for people', () => {
  it.each([
    [0, '0 s'],
    [59_400, '59 s'],
    [240_000, '4 min'],
    [3_599_999, '1 h 00'],
    [7_500_000, '2 h 05'],
    [97_200_000, '1 d 3 h'],
    [undefined, ''],
  ])('%p is %p', (milliseconds, text) => expect(duration(milliseconds)).toBe(text));
});

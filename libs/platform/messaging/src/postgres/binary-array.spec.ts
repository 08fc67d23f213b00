import { byteaArray, textArray } from './binary-array';

const words = (...numbers: number[]): number[] => numbers.flatMap((word) => [0, 0, 0, word]);
const NO_LENGTH = [0xff, 0xff, 0xff, 0xff];

describe('a list of values for PostgreSQL', () => {
  it('has its header, then each text behind its length in bytes', () => {
    expect([...textArray(['a', '가'])]).toEqual([
      ...words(1, 0, 25, 2, 1, 1),
      ...[0x61, 0, 0, 0, 3, 0xea, 0xb0, 0x80],
    ]);
  });

  it('has bytes as they are', () => {
    expect([...byteaArray([Buffer.from([0, 0xff])])]).toEqual([...words(1, 0, 17, 1, 1, 2), 0, 0xff]);
  });

  it('tells what is null from what is empty', () => {
    expect([...textArray(['', null])]).toEqual([...words(1, 1, 25, 2, 1, 0), ...NO_LENGTH]);
    expect([...byteaArray([null])]).toEqual([...words(1, 1, 17, 1, 1), ...NO_LENGTH]);
  });

  it('may be empty', () => {
    expect(textArray([])).toHaveLength(20);
  });
});

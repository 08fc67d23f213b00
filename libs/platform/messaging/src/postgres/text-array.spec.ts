import { textArray } from './text-array';

describe('a list of texts for PostgreSQL', () => {
  it('has its header, then each text behind its length in bytes', () => {
    const words = [1, 0, 25, 2, 1, 1].flatMap((word) => [0, 0, 0, word]);
    expect([...textArray(['a', '가'])]).toEqual([...words, 0x61, 0, 0, 0, 3, 0xea, 0xb0, 0x80]);
  });

  it('may be empty', () => {
    expect(textArray([])).toHaveLength(20);
  });
});

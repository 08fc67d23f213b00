import { Latest } from './latest';

describe('the latest entries', () => {
  it('are those that were set last, as many as there is room for', () => {
    const latest = new Latest<string, number>(2);
    latest.set('a', 1);
    latest.set('b', 2);
    latest.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => latest.get(key))).toEqual([undefined, 2, 3]);
  });

  it('have the value that was set last', () => {
    const latest = new Latest<string, number>(2);
    latest.set('a', 1);
    latest.set('a', 2);
    expect(latest.get('a')).toBe(2);
  });
});

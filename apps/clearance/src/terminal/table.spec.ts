import { table } from './table';

describe('a table for people', () => {
  it('lines its columns up, words left and numbers right', () => {
    const text = table(
      [{ name: 'status' }, { name: 'n', isNumber: true }],
      [
        ['released', '7'],
        ['수리', '1204'],
      ],
    );
    expect(text).toBe('  status        n\n  released      7\n  수리       1204');
  });
});

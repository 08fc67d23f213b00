import { Turns } from './turns';

describe('turns', () => {
  it('go side by side until one must be alone, which waits for them and has the next ones wait', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.push(`${name} ends`);
    };
    const all = [turns.sideBySide(work('a')), turns.sideBySide(work('b'))];
    all.push(turns.alone(work('c')), turns.sideBySide(work('d')));
    await Promise.all(all);
    expect(seen).toEqual([
      'a begins',
      'b begins',
      'a ends',
      'b ends',
      'c begins',
      'c ends',
      'd begins',
      'd ends',
    ]);
  });

  it('go on after one that failed', async () => {
    const turns = new Turns();
    await expect(turns.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.sideBySide(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});

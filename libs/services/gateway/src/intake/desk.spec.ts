import { Problem } from '@tonggwan/service-host';
import { Desk } from './desk';

describe('the desk', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Commits when it is told to. */
  const slowDesk = () => {
    const commits: (() => void)[] = [];
    const served: string[][] = [];
    const desk = new Desk<string, string>(async (items) => {
      served.push([...items]);
      await new Promise<void>((resolve) => commits.push(resolve));
      return items.map((item) => `took ${item}`);
    });
    return { desk, served, commit: () => commits.shift()!() };
  };
  const refusal = (take: () => unknown): unknown => {
    try {
      return take();
    } catch (error) {
      return error instanceof Problem && [error.getStatus(), error.more.retryAfterSeconds];
    }
  };

  it('serves one alone at once, and those who come meanwhile together', async () => {
    const { desk, served, commit } = slowDesk();
    const first = desk.take('a');
    await jest.advanceTimersByTimeAsync(1);
    const others = Promise.all([desk.take('b'), desk.take('c')]);
    commit();
    await jest.advanceTimersByTimeAsync(1);
    commit();
    expect([await first, ...(await others)]).toEqual(['took a', 'took b', 'took c']);
    expect(served).toEqual([['a'], ['b', 'c']]);
  });

  it('sends newcomers away while somebody has waited for two seconds, and takes them again afterwards', async () => {
    const { desk, commit } = slowDesk();
    const first = desk.take('a');
    await jest.advanceTimersByTimeAsync(1_990);
    const second = desk.take('b');
    await jest.advanceTimersByTimeAsync(20);
    expect(refusal(() => desk.take('c'))).toEqual([503, 1]);
    commit();
    await jest.advanceTimersByTimeAsync(1);
    commit();
    await Promise.all([first, second]);
    expect(refusal(() => desk.assertRoom())).toBeUndefined();
  });

  it('lets no more than 2,000 wait', async () => {
    const { desk } = slowDesk();
    for (let number = 0; number < 2_000; number += 1) void desk.take(String(number));
    await jest.advanceTimersByTimeAsync(1);
    expect(refusal(() => desk.assertRoom())).toEqual([503, 1]);
  });
});

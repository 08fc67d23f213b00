import { ALL_BUCKETS } from '../bucket';
import type { History } from '../store/store';
import { Heads } from './heads';
import { Bell } from './bell';

const SECOND = 1_000;

describe('the look at how far logs have come', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is taken ever more seldom while nobody answers, and as often as before when somebody does', async () => {
    let isGone = true;
    let looks = 0;
    const history: Pick<History, 'heads'> = {
      heads: () => {
        looks += 1;
        if (isGone) return Promise.reject(new Error('nobody answers'));
        return Promise.resolve(new Map([['declarations', ALL_BUCKETS.map(() => looks)]]));
      },
    };
    let failures = 0;
    const heads = new Heads(
      ['declarations'],
      history as History,
      new Bell(),
      () => undefined,
      () => (failures += 1),
    );
    await jest.advanceTimersByTimeAsync(30 * SECOND);
    expect(looks).toBeLessThan(25);
    expect(failures).toBe(looks);

    isGone = false;
    await jest.advanceTimersByTimeAsync(2 * SECOND);
    const before = heads.of('declarations', 0);
    await jest.advanceTimersByTimeAsync(SECOND);
    expect(heads.of('declarations', 0) - before).toBeGreaterThan(20);
    const closed = heads.close();
    await jest.advanceTimersByTimeAsync(SECOND);
    await closed;
  });

  it('is seldom taken in a silence, and often after a knock of a log that it looks at', async () => {
    let looks = 0;
    const still = new Map([['declarations', ALL_BUCKETS.map(() => 1)]]);
    const history = { heads: () => Promise.resolve(((looks += 1), still)) } as unknown as History;
    const nothing = (): void => undefined;
    const heads = new Heads(['declarations'], history, new Bell(), nothing, nothing);
    const looksIn = async (milliseconds: number): Promise<number> => {
      const before = looks;
      await jest.advanceTimersByTimeAsync(milliseconds);
      return looks - before;
    };
    await looksIn(5 * SECOND);
    expect(await looksIn(10 * SECOND)).toBe(5);
    heads.expect('payments');
    expect(await looksIn(SECOND)).toBeLessThan(2);
    heads.expect('declarations');
    expect(await looksIn(SECOND / 5)).toBeGreaterThan(8);
    const closed = heads.close();
    await looksIn(2 * SECOND);
    await closed;
  });
});

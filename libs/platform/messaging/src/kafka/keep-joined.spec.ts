import { keepJoined } from './keep-joined';

describe('a membership', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const office = (failures: number) => {
    const joined: (() => void)[] = [];
    let left = 0;
    let toFail = failures;
    const join = (onLost: () => void): Promise<() => Promise<void>> => {
      if (joined.length > 0 && toFail > 0) {
        toFail -= 1;
        return Promise.reject(new Error('not yet'));
      }
      joined.push(onLost);
      return Promise.resolve(() => Promise.resolve(void (left += 1)));
    };
    return { join, joined, left: () => left };
  };

  it('is taken up again after it was lost, also when the first tries fail', async () => {
    const { join, joined } = office(2);
    const failures: unknown[] = [];
    await keepJoined(join, (error) => failures.push(error));
    joined[0]!();
    await jest.advanceTimersByTimeAsync(3_500);
    expect([joined.length, failures.length]).toEqual([2, 2]);
  });

  it('is not taken up again once it was left', async () => {
    const { join, joined, left } = office(0);
    const leave = await keepJoined(join, () => undefined);
    await leave();
    joined[0]!();
    await jest.advanceTimersByTimeAsync(3_500);
    expect([joined.length, left()]).toEqual([1, 1]);
  });
});

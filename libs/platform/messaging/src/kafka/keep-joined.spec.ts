import { keepJoined } from './keep-joined';

describe('a membership', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const office = (failures: number) => {
    const joined: (() => void)[] = [];
    let left = 0;
    let toFail = failures;
    const join = (onLost: () => void): Promise<() => Promise<void>> => {
      if (toFail > 0) {
        toFail -= 1;
        return Promise.reject(new Error('not yet'));
      }
      joined.push(onLost);
      return Promise.resolve(() => Promise.resolve(void (left += 1)));
    };
    return { join, joined, left: () => left };
  };

  it('is not waited for, and tried again until it is taken up', async () => {
    const { join, joined } = office(2);
    const failures: unknown[] = [];
    keepJoined(join, (error) => failures.push(error));
    await jest.advanceTimersByTimeAsync(3_500);
    expect([joined.length, failures.length]).toEqual([1, 2]);
  });

  it('is taken up again after it was lost', async () => {
    const { join, joined } = office(0);
    keepJoined(join, () => undefined);
    joined[0]!();
    await jest.advanceTimersByTimeAsync(3_500);
    expect(joined).toHaveLength(2);
  });

  it('is not taken up again once it was left', async () => {
    const { join, joined, left } = office(0);
    const leave = keepJoined(join, () => undefined);
    await leave();
    joined[0]!();
    await jest.advanceTimersByTimeAsync(3_500);
    expect([joined.length, left()]).toEqual([1, 1]);
  });

  it('is left even by who is only just being let in', async () => {
    let letIn: (leave: () => Promise<void>) => void = () => undefined;
    const left = jest.fn(() => Promise.resolve());
    const leave = keepJoined(
      () => new Promise((resolve) => (letIn = resolve)),
      () => undefined,
    );
    const leaving = leave();
    letIn(left);
    await leaving;
    expect(left).toHaveBeenCalledTimes(1);
  });
});

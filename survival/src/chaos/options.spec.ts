import { optionsFrom } from './options';

describe('what the command is asked for', () => {
  it('is everything for twenty seconds each where nothing is said', () =>
    expect(optionsFrom([])).toMatchObject({ seconds: 20, only: undefined, rate: undefined, json: false }));

  it('is some scenarios at some rate', () =>
    expect(optionsFrom(['--only', 'poison,overload', '--rate', '40', '--seconds', '5'])).toMatchObject({
      ...{ only: ['poison', 'overload'], rate: 40, seconds: 5 },
    }));

  it.each([
    ['--seconds', '0'],
    ['--seconds', '601'],
    ['--rate', 'fast'],
  ])('is refused with the flag that is wrong: %s %s', (flag, text) =>
    expect(() => optionsFrom([flag, text])).toThrow(flag),
  );
});

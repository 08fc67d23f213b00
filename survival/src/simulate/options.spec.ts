import { optionsFrom } from './options';

describe('simulate', () => {
  it('runs two hundred seeds from the first unless told otherwise', () => {
    expect(optionsFrom([])).toMatchObject({ seeds: 200, from: 1, json: false });
    expect(optionsFrom(['--seeds', '10000'])).toMatchObject({ seeds: 10_000, from: 1 });
  });

  it('replays one seed', () => {
    expect(optionsFrom(['--seed', '48'])).toMatchObject({ seeds: 1, from: 48 });
  });

  it('names the flag that is wrong', () => {
    expect(() => optionsFrom(['--seeds', 'many'])).toThrow('--seeds is a whole number above zero, not many');
  });
});

import { flagsFrom } from './flags';

describe('the flags of the start command', () => {
  it('have a value where none is given', () => {
    expect(flagsFrom([])).toEqual({
      port: 8080,
      data: './.tonggwan',
      sample: 2000,
      seed: 1,
      country: 'kr',
      once: false,
      kafka: false,
      json: false,
      help: false,
    });
  });

  it('are taken as they are given', () => {
    const flags = flagsFrom(['--once', '--sample', '0', '--data', '/a day', '--country', 'gb', '--json']);
    expect(flags).toMatchObject({ once: true, sample: 0, data: '/a day', country: 'gb', json: true });
  });

  it.each([
    [['--sample', 'many'], '--sample is a whole number'],
    [['--sample', '-1'], '--sample'],
    [['--port', '70000'], '--port is a whole number up to 65535'],
    [['--country', 'fr'], '--country is kr or gb'],
    [['--smaple', '5'], '--smaple'],
  ])('%p are refused by name', (args, message) => {
    expect(() => flagsFrom(args)).toThrow(message);
  });
});

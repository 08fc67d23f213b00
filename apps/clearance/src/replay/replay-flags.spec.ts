import { replayFlagsFrom } from './replay-flags';

describe('the flags of a replay', () => {
  it('take files and start a system of their own where none is named', () => {
    expect(replayFlagsFrom(['a.xml', 'b.csv.gz', '--rate', '50'])).toMatchObject({
      files: ['a.xml', 'b.csv.gz'],
      rate: 50,
      historical: false,
      country: 'kr',
    });
  });

  it.each([
    [[], 'npm run replay'],
    [['a.xml', '--url', 'http://localhost:1'], '--token'],
    [['a.xml', '--rate', 'fast'], '--rate is a whole number'],
    [['a.xml', '--country', 'fr'], '--country is kr or gb'],
  ])('%p are refused by name', (args, message) => {
    expect(() => replayFlagsFrom(args)).toThrow(message);
  });
});

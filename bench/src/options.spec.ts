import { optionsFrom } from './options';

describe('what a benchmark is asked for', () => {
  it('is a rate, or a share of what each row comes to', () => {
    expect(optionsFrom(['--rate', '50'])).toMatchObject({ rate: 50 });
    expect(optionsFrom(['--rate', '70%'])).toMatchObject({ rateShare: 0.7 });
    expect(optionsFrom(['--rate', '70%']).rate).toBeUndefined();
  });

  it('has five items in a declaration, all accounts and one process unless it says otherwise', () => {
    const { items, accounts, processes, kill } = optionsFrom([]);
    expect([items, accounts, processes, kill]).toEqual([5, undefined, undefined, false]);
  });

  it.each([
    [['--items', '1000'], '--items is a whole number from 1 to 999'],
    [['--items', '2.5'], '--items'],
    [['--accounts', '0'], '--accounts is a whole number from 1 to 1000'],
    [['--processes', '5'], '--processes is a whole number from 1 to 4'],
    [['--rate=-1%'], '--rate is a number above zero'],
    [['--lookups', '500'], '--lookups needs a --rate'],
    [['--lookups', '500', '--rate', '70%'], '--lookups needs a --rate'],
    [['--kill'], '--kill needs --processes 2'],
    [['--kill', '--processes', '1'], '--kill needs --processes 2'],
  ])('is refused as %j', (args, fault) => expect(() => optionsFrom(args)).toThrow(fault));
});

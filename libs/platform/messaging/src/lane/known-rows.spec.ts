import { KnownRows } from './known-rows';

const row = (revision: number) => ({ revision, state: { revision } });

describe('rows that a process knows', () => {
  it('are what was kept last', () => {
    const known = new KnownRows();
    known.keep('t', 'a', row(1));
    known.keep('t', 'a', row(2));
    expect(known.get('t', 'a')).toEqual(row(2));
  });

  it('are each table’s own', () => {
    const known = new KnownRows();
    known.keep('t', 'a', row(1));
    expect(known.get('other', 'a')).toBeUndefined();
  });

  it('are not more than so many: the one that was touched longest ago goes', () => {
    const known = new KnownRows();
    for (let n = 0; n < 5_000; n += 1) known.keep('t', `${n}`, row(n));
    known.keep('t', '0', row(0));
    known.keep('t', 'one more', row(1));
    expect(known.get('t', '0')).toBeDefined();
    expect(known.get('t', '1')).toBeUndefined();
  });

  it('are forgotten together', () => {
    const known = new KnownRows();
    known.keep('t', 'a', row(1));
    known.forgetAll();
    expect(known.get('t', 'a')).toBeUndefined();
  });
});

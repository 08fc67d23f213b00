import { folderOf, hoursOf } from './options';

describe('the folder of an archive', () => {
  it.each([
    [{ folder: '/named', url: 'postgres://x' }, {}, '/named'],
    [{ url: 'postgres://x' }, { TONGGWAN_ARCHIVE: '/set' }, '/set'],
    [{ data: 'here' }, { DATABASE_URL: 'postgres://x' }, 'here/archive'],
    [{}, {}, '.tonggwan/archive'],
  ])('of %j and %j is %s', (where, environment, folder) => {
    expect(folderOf(where, environment)).toBe(folder);
  });

  it.each([
    [{ url: 'postgres://x' }, {}],
    [{}, { DATABASE_URL: 'postgres://x' }],
  ])('of a database at an address is nobody to guess: %j and %j', (where, environment) => {
    expect(() => folderOf(where, environment)).toThrow('--folder or TONGGWAN_ARCHIVE');
  });
});

describe('the hours for which a partition may be held back', () => {
  it.each(['', ' ', '-1', 'NaN', 'a day'])('are not "%s"', (text) => {
    expect(() => hoursOf(text)).toThrow(`--hours is a number from 0, not ${text}`);
  });
  it('are a number', () => expect([hoursOf('24'), hoursOf('0.5')]).toEqual([24, 0.5]));
});

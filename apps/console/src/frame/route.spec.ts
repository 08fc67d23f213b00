import { linkTo, routeOf } from './route';

describe('the address of a page', () => {
  it.each([
    ['#/cases', { page: 'cases' }],
    ['#/cases/7', { page: 'case', id: '7' }],
    ['#/declarations', { page: 'declarations' }],
    ['#/declarations/26KR%2F1', { page: 'declaration', id: '26KR/1' }],
    ['#/time-release', { page: 'time-release' }],
  ])('%s leads to it', (hash, route) => expect(routeOf(hash)).toEqual(route));

  it.each(['', '#', '#/nowhere', '#/%E0%A4%A'])('%s leads nowhere', (hash) =>
    expect(routeOf(hash)).toBeUndefined(),
  );

  it('is written so that it can be read again', () => {
    expect(routeOf(linkTo('declarations', 'a/b #1'))).toEqual({ page: 'declaration', id: 'a/b #1' });
  });
});

import { cursorAfter, pageLimit, placeOf } from './list-page';

describe('a page of a list', () => {
  it('goes on where the last one ended', () => {
    expect(placeOf(cursorAfter([50, 'b']), [0, ''])).toEqual([50, 'b']);
    expect(placeOf(undefined, [0, ''])).toBeUndefined();
  });

  it.each([
    cursorAfter(['b', 50]),
    cursorAfter([50]),
    cursorAfter([0.5, 'b']),
    cursorAfter([50, '\0']),
    'no cursor',
    '',
    '%00',
  ])('takes no cursor that the list has not given: %p', (cursor) =>
    expect(() => placeOf(cursor, [0, ''])).toThrow(
      expect.objectContaining({ code: 'cursor-unknown' }) as Error,
    ),
  );

  it('has one hundred rows at most', () => {
    expect([pageLimit(undefined), pageLimit('1'), pageLimit('100')]).toEqual([100, 1, 100]);
    const refused = expect.objectContaining({ code: 'limit-unknown' }) as Error;
    for (const wrong of ['0', '101', '1.5', 'all', '-1']) expect(() => pageLimit(wrong)).toThrow(refused);
  });
});

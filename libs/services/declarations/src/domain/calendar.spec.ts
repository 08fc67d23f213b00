import { daysFrom, declaredDay, isLater, noonOf } from './calendar';

describe('the calendar', () => {
  it.each([
    ['2026-11-21', 'Asia/Seoul', '2026-11-21T03:00:00.000Z'],
    ['2026-07-01', 'Europe/London', '2026-07-01T11:00:00.000Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T11:00:00.000Z'],
    ['2026-12-01', 'Pacific/Kiritimati', '2026-11-30T22:00:00.000Z'],
  ])('noon of %s in %s is %s', (day, zone, instant) => expect(noonOf(day, zone)).toBe(instant));

  it.each([
    ['20260131', '2026-01-31'],
    ['202601311415', '2026-01-31'],
    ['20171001010000+01', '2017-10-01'],
    ['20260302081400Z', '2026-03-02'],
    ['20260229', undefined],
    ['20261301', undefined],
    ['2026-01-31', undefined],
    ['31 January', undefined],
  ])('reads the declared date %s as %s', (dateTimeString, day) => {
    expect(declaredDay({ dateTimeString })).toBe(day);
  });

  it('counts days from one to the other, over a leap day too', () => {
    expect([daysFrom('2028-02-28', '2028-03-01'), daysFrom('2026-01-02', '2026-01-01')]).toEqual([2, -1]);
  });

  it('tells instants apart by time and not by text', () => {
    expect(isLater('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.117Z')).toBe(true);
    expect(isLater('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z')).toBe(false);
  });
});

import { localDay } from './local-day';

describe('the day that a calendar shows', () => {
  it.each([
    ['2026-11-21T14:59:58Z', 'Asia/Seoul', '2026-11-21'],
    ['2026-11-21T15:00:00Z', 'Asia/Seoul', '2026-11-22'],
    ['2026-06-30T23:30:00Z', 'Europe/London', '2026-07-01'],
    ['2026-12-31T23:30:00Z', 'Europe/London', '2026-12-31'],
    ['2026-11-21T18:14:59Z', 'Asia/Kathmandu', '2026-11-21'],
    ['2026-11-21T18:15:00Z', 'Asia/Kathmandu', '2026-11-22'],
    ['1960-01-01T00:44:29Z', 'Africa/Monrovia', '1959-12-31'],
    ['1960-01-01T00:44:31Z', 'Africa/Monrovia', '1960-01-01'],
  ])('%s in %s is %s', (instant, zone, day) => expect(localDay(instant, zone)).toBe(day));

  it('is nothing for an instant that there is not', () => {
    expect(() => localDay('2026-13-45T00:00:00Z', 'Asia/Seoul')).toThrow(RangeError);
  });
});

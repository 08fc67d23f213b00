import { lastWorkingDay, workingDay } from './working-day';

const written = (at: number) => new Date(at).toISOString();

describe('the working day of an office', () => {
  it.each([
    ['2026-11-20', 'Asia/Seoul', '2026-11-19T22:30:00.000Z', '2026-11-20T11:00:00.000Z'],
    ['2026-07-01', 'Europe/London', '2026-07-01T06:30:00.000Z', '2026-07-01T19:00:00.000Z'],
    ['2026-12-01', 'Europe/London', '2026-12-01T07:30:00.000Z', '2026-12-01T20:00:00.000Z'],
  ])('%s in %s begins at %s and ends at %s', (day, zone, begins, ends) => {
    const hours = workingDay(day, zone);
    expect([written(hours.begins), written(hours.ends)]).toEqual([begins, ends]);
  });

  it.each([
    ['a Tuesday has Monday before it', '2026-11-24T12:00:00Z', '2026-11-23'],
    ['a Monday has Friday before it', '2026-11-23T12:00:00Z', '2026-11-20'],
    ['Sunday evening in Greenwich is Monday in Seoul', '2026-11-22T20:00:00Z', '2026-11-20'],
  ])('%s', (_, now, day) => {
    expect(lastWorkingDay(new Date(now), 'Asia/Seoul')).toBe(day);
  });
});

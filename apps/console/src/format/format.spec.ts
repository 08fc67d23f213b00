import { age } from './age';
import { duration } from './duration';
import { instant } from './instant';
import { grouped, money } from './money';

describe('a duration', () => {
  it.each([
    [0, '0 s', '0초'],
    [120, '120 ms', '120밀리초'],
    [1_999, '1 s', '1초'],
    [61_000, '1 min 1 s', '1분 1초'],
    [3_600_000, '1 h', '1시간'],
    [11 * 3_600_000 + 59 * 60_000, '11 h 59 min', '11시간 59분'],
    [26 * 3_600_000, '1 d 2 h', '1일 2시간'],
    [-5, '0 s', '0초'],
  ])('of %i ms reads %s and %s', (milliseconds, english, korean) => {
    expect([duration(milliseconds, 'en'), duration(milliseconds, 'ko')]).toEqual([english, korean]);
  });
});

describe('an amount', () => {
  it('keeps every digit and sets thousands apart', () => {
    expect(grouped('12345678901234567890.10')).toBe('12,345,678,901,234,567,890.10');
    expect(grouped('-999')).toBe('-999');
    expect(money({ amount: '1000', currency: 'KRW' })).toBe('1,000 KRW');
  });
});

describe('an instant', () => {
  it('passes on what is none', () => expect(instant('soon', 'en')).toBe('soon'));
});

describe('an age', () => {
  it('is how long ago it was, or the instant where that is still to come by this clock', () => {
    expect(age('2026-03-02T09:00:00.000Z', Date.parse('2026-03-02T10:30:00.000Z'), 'en')).toBe('1 h 30 min');
    expect(age('2026-03-02T09:00:00.000Z', 0, 'en')).toContain('2026');
  });
});

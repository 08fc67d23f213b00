import { reasonOf, storable } from './reason';

describe('the reason of a dead letter', () => {
  it('says what went wrong', () =>
    expect(reasonOf(new TypeError('no such rate'))).toBe('TypeError: no such rate'));

  it('has nothing that a database refuses', () =>
    expect(reasonOf(new Error('a\0b \ud800 c'))).toBe('Error: a\ufffdb \ufffd c'));

  it('is cut where it is too long, also through a character', () => {
    const reason = reasonOf(new Error(`${'x'.repeat(1_992)}😀`));
    expect(reason).toHaveLength(2_000);
    expect(reason.endsWith('x\ufffd')).toBe(true);
  });

  it('keeps whole characters as they are', () => expect(storable('관세 😀')).toBe('관세 😀'));
});

import { Decimal } from '@tonggwan/kernel';
import fc from 'fast-check';
import { apportion } from './apportion';

const penny = (units: number) => Decimal.ofMinor(BigInt(units), 2);
const pennies = fc.integer({ min: 0, max: 10_000_000 }).map(penny);
const weights = fc.array(pennies, { minLength: 1, maxLength: 40 });

describe('sharing a charge out', () => {
  it('gives each its share by weight', () => {
    const parts = apportion(penny(10_000), [penny(100), penny(300)], 2);
    expect(parts.map(String)).toEqual(['25.00', '75.00']);
  });

  it('gives all the same where nothing weighs anything', () => {
    expect(apportion(penny(100), [penny(0), penny(0), penny(0)], 2).map(String)).toEqual([
      '0.33',
      '0.33',
      '0.34',
    ]);
  });

  it('has parts that sum exactly to the whole, none of them negative', () => {
    fc.assert(
      fc.property(pennies, weights, (whole, shares) => {
        const parts = apportion(whole, shares, 2);
        expect(Decimal.sum(parts).equals(whole)).toBe(true);
        expect(parts.every((part) => part.compare(Decimal.zero) >= 0)).toBe(true);
      }),
    );
  });

  it('is never off by a coin or more from what is exactly due', () => {
    fc.assert(
      fc.property(pennies, weights, (whole, shares) => {
        const all = Decimal.sum(shares);
        fc.pre(all.isPositive());
        apportion(whole, shares, 2).forEach((part, index) => {
          const off = part.times(all).minus(whole.times(shares[index]!));
          expect(off.compare(all.times(penny(1)))).toBe(-1);
          expect(off.compare(all.times(penny(-1)))).toBe(1);
        });
      }),
    );
  });
});

import type { Tax } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';

/** With the currency's decimals, or with all that it has where they do not hold it. */
export function amountText(amount: Decimal, digits: number): string {
  const cut = amount.round(digits, 'truncate');
  if (cut.equals(amount)) return cut.toFixed(digits);
  return amount.toString().replace(/0+$/, '');
}

const DIRECTIONS = { truncate: 'down', 'half-up': 'half up', up: 'up' } as const;

/** `down to 0.01`; where the law cuts only the sum, that the line is exact. */
export function roundingInWords({ digits, rounding, unit }: Tax['rounding']): string {
  const step = digits > 0 ? Decimal.ofMinor(1n, digits) : Decimal.of(10n ** BigInt(-digits));
  const cut = `${DIRECTIONS[rounding]} to ${step.toString()}`;
  return unit === 'item' ? cut : `exact, the sum of all items ${cut}`;
}

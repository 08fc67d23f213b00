import type { MoneyAmount, TaxTotal } from '@tonggwan/contracts';
import type { CountryPack, Day, Tax } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { amountText } from './amount-text';
import type { ItemTax } from './item-taxes';

export interface Owed {
  readonly totals: TaxTotal[];
  readonly assessed: MoneyAmount;
  readonly payable: MoneyAmount;
  readonly nilReason?: string;
}

/**
 * One sum for each tax in the order of the law, and what is owed in all. Where the law cuts each item, a total is the
 * sum of lines that are cut; where it cuts the declaration, it is the sum of exact lines, cut once. The sum of the
 * totals is what is assessed; less than the smallest amount that the law of the day collects is not owed.
 */
export function owed(taxes: readonly ItemTax[], pack: CountryPack, on: Day): Owed {
  const { code: currency, digits } = pack.currency;
  const sums = totalsOf(taxes, pack.taxes(on));
  const assessed = Decimal.sum(sums.map(({ amount }) => amount));
  const nilReason = nilReasonOf(assessed, pack, on);
  const payable = nilReason ? Decimal.zero : assessed;
  return {
    totals: sums.map(({ tax, amount }) => ({ tax: tax.code, amount: amountText(amount, digits) })),
    assessed: { amount: amountText(assessed, digits), currency },
    payable: { amount: amountText(payable, digits), currency },
    nilReason,
  };
}

/** What is owed where the kind of declaration is not taxed. */
export function untaxed({ currency: { code: currency, digits } }: CountryPack): Owed {
  const nothing = { amount: amountText(Decimal.zero, digits), currency };
  return { totals: [], assessed: nothing, payable: nothing, nilReason: 'not-taxed' };
}

function totalsOf(taxes: readonly ItemTax[], inOrder: readonly Tax[]): { tax: Tax; amount: Decimal }[] {
  const sums = new Map<string, Decimal>();
  for (const { tax, amount } of taxes) sums.set(tax.code, (sums.get(tax.code) ?? Decimal.zero).plus(amount));
  return inOrder.flatMap((tax) => {
    const sum = sums.get(tax.code);
    const { digits, rounding, unit } = tax.rounding;
    return sum ? [{ tax, amount: unit === 'declaration' ? sum.round(digits, rounding) : sum }] : [];
  });
}

function nilReasonOf(assessed: Decimal, { law }: CountryPack, on: Day): string | undefined {
  if (assessed.isZero()) return 'nothing-owed';
  const smallest = law.smallestCollected.find(({ from, to }) => from <= on && (!to || on <= to));
  return smallest && assessed.compare(smallest.amount) < 0 ? 'below-smallest-collected' : undefined;
}

import type { Charge, Day, Tax } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import type { DeclaredItem } from './assessable-declaration';
import { nameOf } from './customs-value';
import { type HoldDecision, officerRate } from './officer-rates';
import type { Problem } from './problem';
import type { TaxLaw } from './tax-law';

export interface ItemRate {
  readonly percent: Decimal;
  readonly rule: string;
  readonly source: string;
  readonly illustrative: boolean;
}

/** One tax of one item, worked out. */
export interface ItemTax {
  readonly tax: Tax;
  readonly base: Decimal;
  readonly rate: ItemRate;
  /** Cut where the law cuts each item, else exact. */
  readonly amount: Decimal;
}

const HUNDREDTH = Decimal.ofMinor(1n, 2);

/**
 * The taxes of an item in the order of the law, each on its base. The base of a later tax takes an earlier one as it
 * stands on the item's line: cut where the law cuts each item, exact where it cuts only the declaration's sum.
 */
export function itemTaxes(
  item: DeclaredItem,
  value: Decimal,
  law: TaxLaw,
  on: Day,
  decisions: readonly HoldDecision[],
): { taxes: readonly ItemTax[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const amounts = new Map<string, Decimal>();
  const taxes: ItemTax[] = [];
  for (const { tax, rate: tariffRate } of chargesOf(item, law, on, problems)) {
    const rate = officerRate(decisions, item.sequence, tax.code) ?? rateOf(tax, tariffRate);
    if (!rate) {
      problems.push(noRate(item, tax, on));
      continue;
    }
    const base = law.baseOf(tax, { value, taxes: amounts });
    const exact = base.times(rate.percent).times(HUNDREDTH);
    const { digits, rounding, unit } = tax.rounding;
    const amount = unit === 'item' ? exact.round(digits, rounding) : exact;
    amounts.set(tax.code, amount);
    taxes.push({ tax, base, rate, amount });
  }
  return { taxes, problems };
}

function chargesOf(item: DeclaredItem, law: TaxLaw, on: Day, problems: Problem[]): readonly Charge[] {
  const { commodityCode, origin, preferentialOrigin, rateClass, additionalCodes } = item;
  if (commodityCode) {
    return law.pack.charges({
      ...{ commodityCode, origin, preferentialOrigin, rateClass, additionalCodes, on },
    });
  }
  problems.push({ reason: 'no-commodity-code', detail: `${nameOf(item)} has no commodity code` });
  return [];
}

function rateOf(tax: Tax, rate: Charge['rate']): ItemRate | undefined {
  if (!rate) return undefined;
  return {
    percent: rate.percent,
    rule: rate.ambiguous ? `${rate.rule}, the most frequent of several` : rate.rule,
    source: rate.source,
    illustrative: tax.illustrative || rate.illustrative,
  };
}

function noRate(item: DeclaredItem, tax: Tax, on: Day): Problem {
  const { commodityCode, origin, preferentialOrigin, rateClass } = item;
  const from = preferentialOrigin ?? origin;
  const detail = [
    `${nameOf(item)}: ${tax.code} has no rate for ${commodityCode}`,
    ...(from ? [`of ${from}`] : []),
    ...(rateClass ? [`in rate class ${rateClass}`] : []),
    `on ${on}`,
  ].join(' ');
  return { reason: 'no-rate', detail };
}

import { Decimal } from '@tonggwan/kernel';
import { ERROR_CODES } from './error-codes';
import { type BrokenRule, type Examined, ITEMS, type Rule } from './rule';

type Item = Examined['items'][number];
type Declared = { readonly value: string } | undefined;

/** Goods weigh something: net and gross mass, where declared, are more than zero. */
export const massesPositive: Rule = ({ items }) =>
  items.flatMap(({ commodity }, index) => {
    const { netNetWeightMeasure: net, grossMassMeasure: gross } = commodity?.goodsMeasure ?? {};
    return [
      ...unlessPositive(gross, index, 'commodity/goodsMeasure/grossMassMeasure', 'The gross mass'),
      ...unlessPositive(net, index, 'commodity/goodsMeasure/netNetWeightMeasure', 'The net mass'),
    ];
  });

/**
 * Goods are worth something: the declared price, or the customs value where no price is declared, is more
 * than zero.
 */
export const valuesPositive: Rule = ({ items }) =>
  items.flatMap((item, index) => {
    const { value, field } = declaredValueOf(item);
    return unlessPositive(value, index, field, 'The declared value');
  });

/** A sum over the items cannot be negative. */
export const totalsNotNegative: Rule = ({ declaration }) =>
  (['invoiceAmount', 'totalGrossMassMeasure'] as const).flatMap((field): BrokenRule[] => {
    const value = declaration[field]?.value;
    if (value === undefined || Decimal.parse(value).compare(Decimal.zero) >= 0) return [];
    return [{ code: ERROR_CODES.notPositive, pointer: `/${field}/value`, message: `${value} is negative` }];
  });

/** Goods without their packing weigh no more than with it. */
export const netNotAboveGross: Rule = ({ items }) =>
  items.flatMap(({ commodity }, index): BrokenRule[] => {
    const { netNetWeightMeasure: net, grossMassMeasure: gross } = commodity?.goodsMeasure ?? {};
    if (!net || !gross || (net.unitCode ?? 'KGM') !== (gross.unitCode ?? 'KGM')) return [];
    if (Decimal.parse(net.value).compare(Decimal.parse(gross.value)) <= 0) return [];
    const pointer = `${ITEMS}/${index}/commodity/goodsMeasure/netNetWeightMeasure/value`;
    const message = `The net mass ${net.value} is above the gross mass ${gross.value}`;
    return [{ code: ERROR_CODES.netAboveGross, pointer, message }];
  });

function declaredValueOf({ commodity, customsValueAmount }: Item): { value: Declared; field: string } {
  const price = commodity?.invoiceLine?.itemChargeAmount;
  if (price) return { value: price, field: 'commodity/invoiceLine/itemChargeAmount' };
  return { value: customsValueAmount, field: 'customsValueAmount' };
}

function unlessPositive(declared: Declared, index: number, field: string, what: string): BrokenRule[] {
  if (!declared || Decimal.parse(declared.value).isPositive()) return [];
  const pointer = `${ITEMS}/${index}/${field}/value`;
  return [{ code: ERROR_CODES.notPositive, pointer, message: `${what} is not more than zero` }];
}

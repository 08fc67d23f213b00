import type { ItemAssessment, TaxAssessed, TaxFormula } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import type { Decimal } from '@tonggwan/kernel';
import { amountText, roundingInWords } from './amount-text';
import type { DeclaredItem } from './assessable-declaration';
import type { ItemTax } from './item-taxes';

/** A declared item with all that it owes. */
interface AssessedItem {
  readonly declared: DeclaredItem;
  readonly value: Decimal;
  readonly taxes: readonly ItemTax[];
}

/** Items line by line, and once for all lines what these refer to. */
export type Explained = Pick<TaxAssessed, 'items' | 'formulas' | 'sources'>;

/** Stands for the commodity code of goods that are not taxed and declare none. */
const NO_COMMODITY_CODE = 'undeclared';

export function explained(
  assessed: readonly AssessedItem[],
  { currency: { digits } }: CountryPack,
): Explained {
  const taxes = assessed.flatMap((item) => item.taxes);
  const sources = [...new Set(taxes.map(({ rate }) => rate.source))];
  const places = new Map(sources.map((source, place) => [source, place]));
  const items = assessed.map((item) => itemOf(item, places, digits));
  return { items, formulas: formulasOf(taxes), sources };
}

function itemOf(
  { declared, value, taxes }: AssessedItem,
  places: ReadonlyMap<string, number>,
  digits: number,
): ItemAssessment {
  const { sequence, commodityCode = NO_COMMODITY_CODE, origin } = declared;
  const lines = taxes.map(({ tax, base, rate, amount }) => ({
    tax: tax.code,
    base: amountText(base, digits),
    rate: rate.percent.toString(),
    rule: rate.rule,
    amount: amountText(amount, digits),
    source: places.get(rate.source)!,
    illustrative: rate.illustrative,
  }));
  return { sequence, commodityCode, origin, customsValue: amountText(value, digits), lines };
}

function formulasOf(taxes: readonly ItemTax[]): TaxFormula[] {
  const byCode = new Map(taxes.map(({ tax }) => [tax.code, tax]));
  return [...byCode.values()].map(({ code, base, rounding }) => {
    return { tax: code, baseFormula: base, rounding: roundingInWords(rounding) };
  });
}

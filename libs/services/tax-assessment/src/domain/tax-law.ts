import type { CountryPack, Day, FormulaAmounts, Tax } from '@tonggwan/country-pack';
import { type Decimal, localDay } from '@tonggwan/kernel';

/** The country pack with the formulas of its taxes ready to be worked out. */
export interface TaxLaw {
  readonly pack: CountryPack;
  baseOf(tax: Tax, amounts: FormulaAmounts): Decimal;
}

/** The day whose law, rates and exchange rates hold at an instant: that of the administration's calendar. */
export function dayOfLaw({ pack }: TaxLaw, taxPointAt: string): Day {
  return localDay(taxPointAt, pack.timeZone);
}

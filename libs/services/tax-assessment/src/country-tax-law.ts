import {
  type CountryPack,
  evaluate,
  type Formula,
  type FormulaAmounts,
  parseFormula,
  type Tax,
} from '@tonggwan/country-pack';
import type { Decimal } from '@tonggwan/kernel';
import type { TaxLaw } from './domain/tax-law';

/** The law of a country pack; each formula in it is read once. */
export class CountryTaxLaw implements TaxLaw {
  private readonly formulas = new Map<string, Formula>();

  constructor(readonly pack: CountryPack) {}

  baseOf(tax: Tax, amounts: FormulaAmounts): Decimal {
    return evaluate(this.formulaOf(tax.base), amounts);
  }

  private formulaOf(text: string): Formula {
    const known = this.formulas.get(text);
    if (known) return known;
    const formula = parseFormula(text);
    this.formulas.set(text, formula);
    return formula;
  }
}

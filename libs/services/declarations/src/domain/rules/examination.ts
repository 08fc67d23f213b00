import { countriesKnown, currenciesKnown, officeKnown, packageTypesKnown } from './code-lists';
import { commodityCodeDigits, commodityExists } from './commodity-code';
import { declarationTypeKnown } from './declaration-type';
import { declaredDatesNotAhead } from './declared-dates';
import { goodsItemsMax, goodsItemThere, itemCountAgrees, sequenceNumbersRun } from './goods-items';
import { massesPositive, netNotAboveGross, totalsNotNegative, valuesPositive } from './masses-and-values';
import type { ObligationRules } from './obligations';
import { procedureCombinationValid, procedureKnown } from './procedures';
import type { BrokenRule, Examined, Rule } from './rule';

/**
 * The rules that hold whatever the data set; where two speak of one field, the earlier one says it better.
 */
const RULES: readonly Rule[] = [
  declarationTypeKnown,
  goodsItemThere,
  goodsItemsMax,
  itemCountAgrees,
  sequenceNumbersRun,
  procedureKnown,
  procedureCombinationValid,
  commodityCodeDigits,
  commodityExists,
  countriesKnown,
  currenciesKnown,
  officeKnown,
  packageTypesKnown,
  declaredDatesNotAhead,
  massesPositive,
  netNotAboveGross,
  valuesPositive,
  totalsNotNegative,
];

/**
 * Every rule that a declaration breaks, not only the first. Where the authority's own obligations speak of a
 * field, a general rule does not repeat it in other words: one fault, one error.
 */
export function brokenRules(examined: Examined, obligations: ObligationRules): readonly BrokenRule[] {
  const broken = obligations.broken(examined);
  const spokenOf = new Set(broken.map(fieldOf));
  for (const rule of RULES) {
    for (const error of rule(examined)) {
      const field = fieldOf(error);
      if (spokenOf.has(field)) continue;
      spokenOf.add(field);
      broken.push(error);
    }
  }
  return broken;
}

/** A mass or amount and the number in it are one field. */
function fieldOf({ pointer }: BrokenRule): string {
  return pointer.endsWith('/value') ? pointer.slice(0, -'/value'.length) : pointer;
}

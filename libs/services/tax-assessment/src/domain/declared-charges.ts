import type { ChargeDeduction, CustomsValuation } from '@tonggwan/contracts';
import type { DeclaredCharge } from './assessable-declaration';

/** Cost of carriage as the WCO names it (element 117), beside the coded additions and deductions. */
const FREIGHT = 'freight';

/**
 * What a charge does to the customs value. Codes are those of data element 4/9 of the Union's and the United
 * Kingdom's declaration, where a code that begins with A adds (UCC article 71) and one that begins with B deducts
 * (article 72): `AK` transport and insurance up to the border, `AR` transport by air, `BC` duties and taxes of the
 * country of importation, `BT` other deductions. Only codes that published declarations use are here; any other one
 * holds the assessment.
 */
export const CHARGE_SIGNS: ReadonlyMap<string, 1 | -1> = new Map([
  [FREIGHT, 1],
  ['AK', 1],
  ['AR', 1],
  ['BC', -1],
  ['BT', -1],
]);

export function declaredCharges(valuation: CustomsValuation | undefined): readonly DeclaredCharge[] {
  const freight = valuation?.freightChargeAmount;
  const coded = valuation?.chargeDeduction?.flatMap(codedCharge) ?? [];
  if (!freight) return coded;
  return [{ code: FREIGHT, value: freight.value, currency: freight.currencyID }, ...coded];
}

function codedCharge({ chargesTypeCode, otherChargeDeductionAmount }: ChargeDeduction): DeclaredCharge[] {
  if (!otherChargeDeductionAmount) return [];
  const { value, currencyID } = otherChargeDeductionAmount;
  return [{ code: chargesTypeCode ?? 'without a code', value, currency: currencyID }];
}

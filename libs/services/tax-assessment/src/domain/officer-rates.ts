import type { HoldLifted, OfficerRate } from '@tonggwan/contracts';
import { Decimal } from '@tonggwan/kernel';
import type { ItemRate } from './item-taxes';

/** What an officer found when he lifted a hold. */
export interface HoldDecision {
  readonly caseId: string;
  readonly officer: string;
  readonly rates: readonly OfficerRate[];
}

export function holdDecision({ caseId, officer, rates }: HoldLifted): HoldDecision {
  return { caseId, officer, rates };
}

/** The rate that the latest decision has for a tax of an item; one that is negative or no number is none. */
export function officerRate(
  decisions: readonly HoldDecision[],
  sequence: number,
  tax: string,
): ItemRate | undefined {
  for (const { caseId, officer, rates } of [...decisions].reverse()) {
    const found = rates.find((rate) => rate.sequence === sequence && rate.tax === tax);
    if (!found || !Decimal.isDecimal(found.rate)) continue;
    const percent = Decimal.parse(found.rate);
    if (percent.compare(Decimal.zero) < 0) continue;
    const source = `${found.source}, as found by ${officer}`;
    return { percent, rule: `officer's decision in case ${caseId}`, source, illustrative: false };
  }
  return undefined;
}

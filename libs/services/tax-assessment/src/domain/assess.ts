import type { AssessmentHeld, ItemAssessment, TaxAssessed, TaxLine } from '@tonggwan/contracts';
import type { Day } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { amountText, roundingInWords } from './amount-text';
import type { AssessableDeclaration, DeclaredItem } from './assessable-declaration';
import { Valuation } from './customs-value';
import { type ItemTax, itemTaxes } from './item-taxes';
import type { HoldDecision } from './officer-rates';
import { paymentOf } from './payment';
import { type Problem, reasonOf } from './problem';
import { dayOfLaw, type TaxLaw } from './tax-law';
import { owed, type Owed, untaxed } from './totals';

/** How far the declaration is: what is worked out at registration is indicative. */
export type Step = 'registered' | 'accepted';

export type Outcome =
  | { readonly type: 'TaxAssessed'; readonly data: TaxAssessed }
  | { readonly type: 'AssessmentHeld'; readonly data: AssessmentHeld };

/** Stands for the commodity code of goods that are not taxed and declare none. */
const NO_COMMODITY_CODE = 'undeclared';

/** Value, duty and taxes of a declaration, each amount with its reason; or what keeps them from being worked out. */
export function assess(
  declaration: AssessableDeclaration,
  step: Step,
  decisions: readonly HoldDecision[],
  law: TaxLaw,
  at: string,
): Outcome {
  const on = dayOfLaw(law, declaration.taxPointAt);
  const valuation = new Valuation(law, on);
  const values = valuation.valuesOf(declaration);
  // A kind that the pack does not know is taxed: nothing goes free for want of a row.
  const isTaxed = law.pack.kindOf(declaration.typeCode, on, declaration.procedures)?.taxed ?? true;
  const worked =
    isTaxed && valuation.problems.length === 0
      ? declaration.items.map((item, index) => itemTaxes(item, values[index]!, law, on, decisions))
      : declaration.items.map(() => ({ taxes: [], problems: [] }));
  const problems = [
    ...(declaration.items.length > 0 ? [] : [{ reason: 'no-items', detail: 'no goods' } as const]),
    ...(isTaxed ? valuation.problems : []),
    ...worked.flatMap((item) => item.problems),
  ];
  const reason = reasonOf(problems);
  if (reason) return held(declaration, reason, problems, at);
  const taxes = worked.map((item) => item.taxes);
  const sums = isTaxed ? owed(taxes.flat(), law.pack, on) : untaxed(law.pack);
  const items = declaration.items.map((item, index) => itemOf(item, values[index]!, taxes[index]!, law));
  return assessed(declaration, step, items, sums, law, on, at);
}

function held(
  { declarationId, version, party, office }: AssessableDeclaration,
  reason: string,
  problems: readonly Problem[],
  heldAt: string,
): Outcome {
  const details = [...new Set(problems.map(({ detail }) => detail))];
  return {
    type: 'AssessmentHeld',
    data: { declarationId, version, party, heldAt, reason, details, office },
  };
}

function assessed(
  declaration: AssessableDeclaration,
  step: Step,
  items: ItemAssessment[],
  sums: Owed,
  law: TaxLaw,
  on: Day,
  assessedAt: string,
): Outcome {
  const { declarationId, version, party, taxPointAt } = declaration;
  const stage = stageOf(declaration, step);
  const packVersion = law.pack.version;
  const payment = paymentOf(declaration.payment, law.pack, on);
  return {
    type: 'TaxAssessed',
    data: {
      ...{ declarationId, version, party, stage, assessedAt, taxPointAt, packVersion, items },
      ...sums,
      ...payment,
    },
  };
}

/** A value that rests on the statistical one leaves the price open: what is worked out on it is provisional. */
function stageOf({ items }: AssessableDeclaration, step: Step): TaxAssessed['stage'] {
  if (step === 'registered') return 'indicative';
  return items.some(({ price }) => price?.basis === 'statistical') ? 'provisional' : 'final';
}

function itemOf(
  { sequence, commodityCode = NO_COMMODITY_CODE, origin }: DeclaredItem,
  value: Decimal,
  taxes: readonly ItemTax[],
  { pack }: TaxLaw,
): ItemAssessment {
  const { digits } = pack.currency;
  const lines = taxes.map((tax) => lineOf(tax, digits));
  return { sequence, commodityCode, origin, customsValue: amountText(value, digits), lines };
}

function lineOf({ tax, base, rate, amount }: ItemTax, digits: number): TaxLine {
  return {
    tax: tax.code,
    base: amountText(base, digits),
    baseFormula: tax.base,
    rate: rate.percent.toString(),
    rule: rate.rule,
    rounding: roundingInWords(tax.rounding),
    amount: amountText(amount, digits),
    source: rate.source,
    illustrative: rate.illustrative,
  };
}

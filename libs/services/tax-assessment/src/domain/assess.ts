import type { AssessmentHeld, TaxAssessed } from '@tonggwan/contracts';
import type { Day } from '@tonggwan/country-pack';
import type { AssessableDeclaration } from './assessable-declaration';
import { Valuation } from './customs-value';
import { type Explained, explained } from './explained';
import { itemTaxes } from './item-taxes';
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
  const items = declaration.items.map((declared, index) => {
    return { declared, value: values[index]!, taxes: worked[index]!.taxes };
  });
  const taxes = items.flatMap((item) => item.taxes);
  const sums = isTaxed ? owed(taxes, law.pack, on) : untaxed(law.pack);
  return assessed(declaration, step, explained(items, law.pack), sums, law, on, at);
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
  lines: Explained,
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
      ...{ declarationId, version, party, stage, assessedAt, taxPointAt, packVersion },
      ...lines,
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

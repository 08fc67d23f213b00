import type { TaxAssessed } from '@tonggwan/contracts';
import { assess, type Step } from './assess';
import type { AssessableDeclaration, DeclaredItem } from './assessable-declaration';
import { inFull } from './in-full';
import type { HoldDecision } from './officer-rates';
import { declarationOf, twoTaxes } from './two-taxes.fixture';

const AT = '2026-03-02T08:14:03.022Z';
export const FOR_THE_DECLARATION = { digits: 0, rounding: 'truncate', unit: 'declaration' } as const;

interface Given {
  readonly items: readonly DeclaredItem[];
  readonly declaration?: Partial<AssessableDeclaration>;
  readonly decisions?: readonly HoldDecision[];
  readonly law?: ReturnType<typeof twoTaxes>;
  readonly step?: Step;
}

export function outcomeOf({
  items,
  declaration,
  decisions = [],
  law = twoTaxes(),
  step = 'accepted',
}: Given) {
  return assess(declarationOf(items, declaration), step, decisions, law, AT);
}

export function assessmentOf(given: Given): TaxAssessed {
  const outcome = outcomeOf(given);
  if (outcome.type === 'TaxAssessed') return outcome.data;
  throw new Error(`held: ${outcome.data.details.join('; ')}`);
}

export const linesOf = (assessment: TaxAssessed) => inFull(assessment).items.flatMap(({ lines }) => lines);

import type {
  AssessmentHeld,
  CaseKind,
  ControlConcluded,
  DutySecured,
  DutySettled,
  GoodsRefused,
  PaymentNoticeIssued,
  RiskAssessed,
  RuleError,
  TaxAssessed,
} from '@tonggwan/contracts';
import { isLater } from './calendar';
import type { TaxPoint } from './tax-point';

/** Something that is so since an instant. */
interface Since {
  readonly at: string;
}

/** What is decided here or said by others, each once or the latest of its kind. */
interface Milestones {
  readonly lodged?: Since & { readonly unknownFields: readonly string[] };
  readonly registered?: Since & TaxPoint;
  readonly accepted?: Since & TaxPoint;
  readonly rejected?: Since & { readonly errors: readonly RuleError[] };
  readonly cancelled?: Since & { readonly reason: string };
  readonly requestRefused?: Since & { readonly request: string; readonly reason: string };
  readonly arrived?: Since;
  readonly removed?: Since;
  readonly screened?: Since & Pick<RiskAssessed, 'channel' | 'reasons' | 'random'>;
  readonly assessed?: Since & Pick<TaxAssessed, 'stage' | 'totals' | 'assessed' | 'payable' | 'nilReason'>;
  readonly held?: Since & Pick<AssessmentHeld, 'reason'>;
  readonly holdLifted?: Since;
  readonly noticed?: Since & Pick<PaymentNoticeIssued, 'noticeNumber' | 'amount'>;
  readonly secured?: Since & Pick<DutySecured, 'how' | 'amount' | 'reference'>;
  readonly settled?: Since & Pick<DutySettled, 'amount'>;
  readonly released?: Since;
  readonly refused?: Since & Pick<GoodsRefused, 'outcome' | 'reason'>;
}

/** The officers' cases by kind. An audit is theirs alone. */
type Cases = { readonly [Kind in CaseKind as `${Kind}Opened`]?: Since } & {
  readonly [Kind in CaseKind as `${Kind}Concluded`]?: Since & Pick<ControlConcluded, 'decision'>;
};

type Opened = (fact: Since) => Facts;
type Concluded = (fact: Since & Pick<ControlConcluded, 'decision'>) => Facts;

/** A case of each kind, opened and concluded, as a fact. */
export const CASE_FACTS: Readonly<
  Record<CaseKind, { readonly opened: Opened; readonly concluded: Concluded }>
> = {
  control: {
    opened: (controlOpened) => ({ controlOpened }),
    concluded: (controlConcluded) => ({ controlConcluded }),
  },
  hold: { opened: (holdOpened) => ({ holdOpened }), concluded: (holdConcluded) => ({ holdConcluded }) },
  audit: { opened: (auditOpened) => ({ auditOpened }), concluded: (auditConcluded) => ({ auditConcluded }) },
};

export interface DocumentAsked extends Since {
  readonly document: string;
  readonly text?: string;
}

/** By case and document, so that asking twice is asking once. */
interface Documents {
  readonly [asked: `document:${string}`]: DocumentAsked | undefined;
}

/**
 * Everything that happened to one version of a declaration. None of it depends on the order in which it is
 * heard of.
 */
export type Facts = Milestones & Cases & Documents;

export type FactName = keyof Facts;

/** Those of the facts that are not known yet, or are known from an earlier instant. */
export function news(known: Facts, heard: Facts): Facts {
  const fresh = Object.entries(heard).filter(([name, fact]) => {
    const before = known[name as FactName];
    return fact && (!before || isLater(before.at, fact.at));
  });
  return Object.fromEntries(fresh);
}

export function documentsAsked(facts: Facts): readonly DocumentAsked[] {
  return Object.entries(facts).flatMap(([name, fact]) =>
    name.startsWith('document:') ? [fact as DocumentAsked] : [],
  );
}

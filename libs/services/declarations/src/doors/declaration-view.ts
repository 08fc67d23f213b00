import type { MoneyAmount, RuleError } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { documentsAsked, type Facts } from '../domain/facts';
import type { DeclarationRow } from './declaration-rows';

/** How it was screened: for customs staff alone. */
type Screening = Partial<Pick<NonNullable<Facts['screened']>, 'channel' | 'reasons' | 'random'>>;

export interface DeclarationView extends Screening {
  readonly id: string;
  readonly lrn?: string;
  readonly mrn?: string;
  readonly version: number;
  readonly status: string;
  /** By language: the pack's first one, and English. */
  readonly statusName: Readonly<Record<string, string>>;
  readonly outstanding: readonly string[];
  readonly office?: string;
  readonly errors: readonly RuleError[];
  readonly amounts?: Amounts;
  readonly notice?: { readonly number: string; readonly amount: MoneyAmount };
  readonly documents: readonly { readonly document: string; readonly text?: string }[];
  readonly outcome?: string;
  readonly taxPointAt?: string;
  readonly taxPointBasis?: string;
  readonly lodgedAt?: string;
  readonly registeredAt?: string;
  readonly acceptedAt?: string;
  readonly releasedAt?: string;
  /** What the message held and the canonical form does not know. */
  readonly unknownFields: readonly string[];
  readonly links: Readonly<Record<'self' | 'timeline' | 'assessment' | 'answers', string>>;
}

interface Amounts {
  readonly stage: string;
  readonly taxes: Readonly<Record<string, MoneyAmount>>;
  readonly assessed: MoneyAmount;
  readonly payable: MoneyAmount;
  readonly nilReason?: string;
}

/** What a caller is shown of a declaration that is his, or of any if he works for customs. */
export function viewOf({ id, state }: DeclarationRow, pack: CountryPack, forStaff: boolean): DeclarationView {
  const { facts, lrn, mrn, version, status, outstanding, plan } = state;
  const { taxPointAt, taxPointBasis } = facts.accepted ?? facts.registered ?? {};
  return {
    id,
    lrn,
    mrn,
    version,
    status,
    statusName: pack.stateNames(status),
    outstanding,
    office: plan?.office,
    errors: facts.rejected?.errors ?? [],
    amounts: amountsOf(facts),
    notice: facts.noticed && { number: facts.noticed.noticeNumber, amount: facts.noticed.amount },
    documents: documentsAsked(facts).map(({ document, text }) => ({ document, text })),
    outcome: facts.refused?.outcome,
    taxPointAt,
    taxPointBasis,
    lodgedAt: facts.lodged?.at,
    registeredAt: facts.registered?.at,
    acceptedAt: facts.accepted?.at,
    releasedAt: facts.released?.at,
    unknownFields: facts.lodged?.unknownFields ?? [],
    links: linksOf(id),
    ...(forStaff ? screeningOf(facts) : {}),
  };
}

function amountsOf({ assessed: assessment }: Facts): Amounts | undefined {
  if (!assessment) return undefined;
  const { stage, totals, assessed, payable, nilReason } = assessment;
  const { currency } = payable;
  const taxes = Object.fromEntries(totals.map(({ tax, amount }) => [tax, { amount, currency }]));
  return { stage, taxes, assessed, payable, nilReason };
}

function screeningOf({ screened }: Facts): Screening {
  return screened ? { channel: screened.channel, reasons: screened.reasons, random: screened.random } : {};
}

function linksOf(id: string): DeclarationView['links'] {
  const self = `/declarations/${id}`;
  return {
    self,
    timeline: `${self}/timeline`,
    assessment: `${self}/assessment`,
    answers: `${self}/answers`,
  };
}

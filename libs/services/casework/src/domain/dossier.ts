import type {
  CaseKind,
  Channel,
  ChannelReason,
  DeclarationEvent,
  MoneyAmount,
  TaxTotal,
} from '@tonggwan/contracts';
import type { DomainEvent } from '@tonggwan/kernel';
import type { DeclarationFacts } from './declaration-facts';

export interface Screening {
  readonly channel: Channel;
  readonly reasons: readonly ChannelReason[];
  readonly office: string;
}

export interface Amounts {
  readonly stage: string;
  readonly assessed: MoneyAmount;
  readonly payable: MoneyAmount;
  readonly totals: readonly TaxTotal[];
  readonly assessedAt: string;
}

/** A case that somebody should see to. */
export interface CaseDue extends DeclarationEvent {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly office: string;
  readonly priority: number;
  readonly reasons: readonly ChannelReason[];
  /** Since when it is due. */
  readonly at: string;
}

export type WhyOver = 'superseded' | 'assessed' | 'cancelled';

export interface CaseOver extends DeclarationEvent {
  readonly caseId: string;
  readonly why: WhyOver;
  readonly at: string;
}

export type DossierEvent =
  | DomainEvent<'FactsKept', DeclarationEvent & { readonly facts: DeclarationFacts }>
  | DomainEvent<'ScreeningKept', DeclarationEvent & { readonly screening: Screening }>
  | DomainEvent<'AmountsKept', DeclarationEvent & { readonly amounts: Amounts }>
  | DomainEvent<'ReleaseKept', DeclarationEvent>
  | DomainEvent<'CancellationKept', DeclarationEvent>
  | DomainEvent<'CaseDue', CaseDue>
  | DomainEvent<'CaseOver', CaseOver>;

/** What is known of a declaration's latest version, whether a case comes of it or not. */
export interface Dossier {
  readonly party: string;
  readonly version: number;
  readonly facts?: DeclarationFacts;
  readonly screening?: Screening;
  readonly amounts?: Amounts;
  readonly released: boolean;
  readonly cancelled: boolean;
  /** The ids of its cases that nothing but an officer ends. */
  readonly cases: readonly string[];
}

export const nothingKnown: Dossier = { party: '', version: 0, released: false, cancelled: false, cases: [] };

export function evolve(before: Dossier, { type, data }: DossierEvent): Dossier {
  const state = ofVersion(before, data);
  switch (type) {
    case 'FactsKept':
      return { ...state, facts: data.facts };
    case 'ScreeningKept':
      return { ...state, screening: data.screening };
    case 'AmountsKept':
      return { ...state, amounts: data.amounts };
    case 'ReleaseKept':
      return { ...state, released: true };
    case 'CancellationKept':
      return { ...state, cancelled: true };
    case 'CaseDue':
      return { ...state, cases: [...without(state.cases, data.caseId), data.caseId] };
    case 'CaseOver':
      return { ...state, cases: without(state.cases, data.caseId) };
  }
}

/**
 * What was found about an earlier version says nothing about a later one; that the goods have gone holds for
 * all.
 */
function ofVersion(state: Dossier, { party, version }: DeclarationEvent): Dossier {
  if (version <= state.version) return state;
  const { released, cancelled, cases } = state;
  return { party, version, released, cancelled, cases };
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((one) => one !== id);
}

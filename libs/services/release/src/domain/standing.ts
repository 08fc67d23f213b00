import type { DeclarationEvent, GoodsRefused, GoodsReleased, ReleaseWithdrawn } from '@tonggwan/contracts';
import type { DomainEvent } from '@tonggwan/kernel';

type Refusal = Pick<GoodsRefused, 'outcome' | 'reason'>;

/** How far a declaration has come towards its release: of its latest version only, since no other counts. */
export interface Standing {
  readonly party: string;
  readonly version: number;
  /** What the release waits for, fixed at acceptance. */
  readonly accepted?: { readonly mrn: string; readonly conditions: readonly string[] };
  readonly met: readonly string[];
  readonly refusal?: Refusal;
  readonly ended?: 'released' | 'refused' | 'cancelled';
}

export type StandingEvent =
  | DomainEvent<'Accepted', DeclarationEvent & { readonly mrn: string; readonly conditions: string[] }>
  | DomainEvent<'ConditionTold', DeclarationEvent & { readonly condition?: string }>
  | DomainEvent<'RefusalTold', DeclarationEvent & Refusal>
  | DomainEvent<'GoodsReleased', GoodsReleased>
  | DomainEvent<'GoodsRefused', GoodsRefused>
  | DomainEvent<'ReleaseWithdrawn', ReleaseWithdrawn>;

export const nothingKnown: Standing = { party: '', version: 0, met: [] };

export function evolve(before: Standing, event: StandingEvent): Standing {
  const state = ofVersion(before, event.data);
  switch (event.type) {
    case 'Accepted':
      return { ...state, accepted: { mrn: event.data.mrn, conditions: event.data.conditions } };
    case 'ConditionTold':
      return event.data.condition ? { ...state, met: [...state.met, event.data.condition] } : state;
    case 'RefusalTold':
      return { ...state, refusal: { outcome: event.data.outcome, reason: event.data.reason } };
    case 'GoodsReleased':
      return { ...state, ended: 'released' };
    case 'GoodsRefused':
      return { ...state, ended: 'refused' };
    case 'ReleaseWithdrawn':
      return { ...state, ended: 'cancelled' };
  }
}

/** What was known of an earlier version is worth nothing for a later one. */
function ofVersion(state: Standing, { party, version }: DeclarationEvent): Standing {
  return version > state.version ? { party, version, met: [] } : state;
}

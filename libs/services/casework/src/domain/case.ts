import type {
  CaseKind,
  CaseOpened,
  ChannelReason,
  ControlConcluded,
  DocumentRequested,
  HoldLifted,
} from '@tonggwan/contracts';
import type { DomainEvent } from '@tonggwan/kernel';
import type { CaseDue, CaseOver } from './dossier';

export const CASE_STATUSES = ['open', 'decided', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export interface HistoryEntry {
  readonly at: string;
  readonly what:
    | 'opened'
    | 'claimed'
    | 'taken-over'
    | 'given-back'
    | 'document-requested'
    | 'cleared'
    | 'refused'
    | 'closed';
  readonly officer?: string;
  readonly text?: string;
}

/**
 * One officer has the case to himself until then, by the clock on the wall: people do not work faster in a
 * simulated day.
 */
export interface Lease {
  readonly officer: string;
  readonly until: string;
}

/** Something that an officer decides. */
export interface Case {
  readonly party: string;
  readonly caseId: string;
  readonly declarationId: string;
  readonly version: number;
  readonly kind: CaseKind;
  readonly office: string;
  readonly priority: number;
  readonly reasons: readonly ChannelReason[];
  readonly openedAt: string;
  readonly status: CaseStatus;
  readonly endedAt?: string;
  readonly lease?: Lease;
  readonly history: readonly HistoryEntry[];
}

interface Claim {
  readonly lease: Lease;
  readonly at: string;
  /** What a supervisor says who takes the case over. */
  readonly reason?: string;
}

export type CaseEvent =
  | DomainEvent<'CaseDrawnUp', CaseDue>
  | DomainEvent<'CaseClaimed', Claim>
  | DomainEvent<'CaseGivenBack', { readonly officer: string; readonly at: string }>
  | DomainEvent<'CaseClosed', CaseOver>
  | DomainEvent<'CaseOpened', CaseOpened>
  | DomainEvent<'DocumentNoted', { readonly officer: string; readonly at: string; readonly text: string }>
  | DomainEvent<'DocumentRequested', DocumentRequested>
  | DomainEvent<'ControlConcluded', ControlConcluded>
  | DomainEvent<'HoldLifted', HoldLifted>;

/** A longer history is of claiming and giving back; its beginning is dropped. */
const HISTORY_MAX = 200;

export const noCase: Case = {
  party: '',
  caseId: '',
  declarationId: '',
  version: 0,
  kind: 'control',
  office: '',
  priority: 0,
  reasons: [],
  openedAt: '',
  status: 'closed',
  history: [],
};

export function evolve(state: Case, { type, data }: CaseEvent): Case {
  switch (type) {
    case 'CaseDrawnUp': {
      const { at: openedAt, ...about } = data;
      return noted(
        { ...about, openedAt, status: 'open', history: state.history },
        { at: openedAt, what: 'opened' },
      );
    }
    case 'CaseOpened':
    case 'DocumentRequested':
      return state;
    case 'CaseClaimed': {
      const { lease, at, reason } = data;
      const claimed = { ...state, lease };
      if (state.lease?.officer === lease.officer) return claimed;
      const what = reason === undefined ? 'claimed' : 'taken-over';
      return noted(claimed, { at, what, officer: lease.officer, text: reason });
    }
    case 'CaseGivenBack':
      return noted(
        { ...state, lease: undefined },
        { at: data.at, what: 'given-back', officer: data.officer },
      );
    case 'DocumentNoted':
      return noted(state, { ...data, what: 'document-requested' });
    case 'ControlConcluded': {
      const { decision, concludedAt: at, officer, reason: text } = data;
      const what = decision === 'clear' ? 'cleared' : 'refused';
      return noted(ended(state, 'decided', at), { at, what, officer, text });
    }
    case 'HoldLifted': {
      const { liftedAt: at, officer, reason: text } = data;
      return noted(ended(state, 'decided', at), { at, what: 'cleared', officer, text });
    }
    case 'CaseClosed':
      return noted(ended(state, 'closed', data.at), { at: data.at, what: 'closed', text: data.why });
  }
}

function ended(state: Case, status: CaseStatus, endedAt: string): Case {
  return { ...state, status, endedAt, lease: undefined };
}

function noted(state: Case, entry: HistoryEntry): Case {
  return { ...state, history: [...state.history, entry].slice(-HISTORY_MAX) };
}

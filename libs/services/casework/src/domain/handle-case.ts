import type { Decider } from '@tonggwan/kernel';
import { type Case, type CaseEvent, evolve, noCase } from './case';
import type { CaseDue, CaseOver } from './dossier';
import {
  decided,
  hasSoundRates,
  type MissingField,
  missingIn,
  type OfficerDecision,
} from './officer-decision';

/** Somebody at work: `wall` is the time on the wall, which leases go by, `at` the time of the office. */
interface AtWork {
  readonly officer: string;
  readonly wall: string;
  readonly at: string;
}

export type OfficerCommand = AtWork &
  (
    | {
        readonly type: 'Claim';
        readonly until: string;
        readonly isSupervisor: boolean;
        readonly reason?: string;
      }
    | { readonly type: 'GiveBack' }
    | { readonly type: 'Decide'; readonly decision: OfficerDecision }
  );

export type CaseCommand =
  | { readonly type: 'Open'; readonly due: CaseDue }
  | { readonly type: 'Close'; readonly over: CaseOver }
  | OfficerCommand;

export type CaseFault =
  | 'case-ended'
  | 'held-by-another'
  | 'not-held'
  | 'negative-rate'
  | `${MissingField}-missing`;

/** Why an officer cannot do that: nobody decides a case that another holds, nor one that he does not hold. */
export function faultOf(command: OfficerCommand, state: Case): CaseFault | undefined {
  if (state.status !== 'open') return 'case-ended';
  const holder = holderOf(state, command.wall);
  const isAnothers = holder !== undefined && holder !== command.officer;
  switch (command.type) {
    case 'Claim':
      if (!isAnothers) return undefined;
      if (!command.isSupervisor) return 'held-by-another';
      return command.reason ? undefined : 'reason-missing';
    case 'GiveBack':
      return state.lease?.officer === command.officer ? undefined : 'not-held';
    case 'Decide': {
      if (holder !== command.officer) return isAnothers ? 'held-by-another' : 'not-held';
      const missing = missingIn(command.decision, state);
      if (missing) return `${missing}-missing`;
      return hasSoundRates(command.decision) ? undefined : 'negative-rate';
    }
  }
}

/** Who has the case to himself at that moment. */
export function holderOf({ lease }: Case, wall: string): string | undefined {
  return lease && lease.until > wall ? lease.officer : undefined;
}

export const handleCase: Decider<Case, CaseCommand, CaseEvent> = {
  initial: noCase,
  decide(command, state) {
    switch (command.type) {
      case 'Open':
        return open(command.due, state);
      case 'Close':
        return state.status === 'open' ? [{ type: 'CaseClosed', data: command.over }] : [];
      case 'Claim':
      case 'GiveBack':
      case 'Decide':
        return faultOf(command, state) ? [] : doneBy(command, state);
    }
  },
  evolve,
};

/** A case that has ended is opened again by something younger than what opened it. */
function open(due: CaseDue, state: Case): CaseEvent[] {
  if (state.status === 'open' || state.openedAt >= due.at) return [];
  const { declarationId, version, party, caseId, kind, office, at } = due;
  const opened = { declarationId, version, party, caseId, kind, office, openedAt: at };
  return [
    { type: 'CaseDrawnUp', data: due },
    { type: 'CaseOpened', data: opened },
  ];
}

function doneBy(command: OfficerCommand, state: Case): CaseEvent[] {
  const { officer, at, wall } = command;
  switch (command.type) {
    case 'Claim': {
      const isAnothers = (holderOf(state, wall) ?? officer) !== officer;
      const reason = isAnothers ? command.reason : undefined;
      return [{ type: 'CaseClaimed', data: { lease: { officer, until: command.until }, at, reason } }];
    }
    case 'GiveBack':
      return [{ type: 'CaseGivenBack', data: { officer, at } }];
    case 'Decide':
      return decided(command.decision, officer, at, state);
  }
}

import type { ChannelReason, Declaration } from '@tonggwan/contracts';
import type { Case, HistoryEntry } from '../domain/case';
import type { Amounts, Dossier } from '../domain/dossier';
import { holderOf } from '../domain/handle-case';

/** A case as the queue shows it. */
export interface CaseSummary {
  readonly caseId: string;
  readonly declarationId: string;
  readonly version: number;
  readonly kind: string;
  readonly office: string;
  readonly priority: number;
  readonly status: string;
  readonly openedAt: string;
  readonly reasons: readonly ChannelReason[];
  /** Who has it to himself, and until when on the wall clock. */
  readonly claimedBy?: string;
  readonly claimedUntil?: string;
  readonly facts?: Dossier['facts'];
}

/** One case with everything that it takes to decide it. */
export interface CaseFile extends CaseSummary {
  readonly party: string;
  readonly channel?: string;
  readonly amounts?: Amounts;
  readonly history: readonly HistoryEntry[];
  readonly declaration?: Declaration;
}

export function summaryOf(state: Case, dossier: Dossier | undefined, wall: string): CaseSummary {
  const { caseId, declarationId, version, kind, office, priority, status, openedAt, reasons, lease } = state;
  const claimedBy = holderOf(state, wall);
  return {
    ...{ caseId, declarationId, version, kind, office, priority, status, openedAt, reasons },
    ...(claimedBy && { claimedBy, claimedUntil: lease?.until }),
    facts: dossier?.facts,
  };
}

export function fileOf(
  state: Case,
  dossier: Dossier | undefined,
  declaration: Declaration | undefined,
  wall: string,
): CaseFile {
  const { party, history } = state;
  const { screening, amounts } = dossier ?? {};
  const summary = summaryOf(state, dossier, wall);
  return { ...summary, party, channel: screening?.channel, amounts, history, declaration };
}

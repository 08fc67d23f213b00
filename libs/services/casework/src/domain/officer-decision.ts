import type { OfficerRate, RefusalOutcome } from '@tonggwan/contracts';
import type { Case, CaseEvent } from './case';

export const DECISIONS = ['clear', 'refuse', 'request-document'] as const;

/** What an officer says about a case that he holds. */
export interface OfficerDecision {
  readonly decision: (typeof DECISIONS)[number];
  readonly reason?: string;
  /** What becomes of refused goods. */
  readonly outcome?: RefusalOutcome;
  /** The document that is asked for, and what is said with it. */
  readonly document?: string;
  readonly text?: string;
  /** For a hold: the rates that the tariff lacks. */
  readonly rates?: readonly OfficerRate[];
}

/** The field that a decision lacks. */
export type MissingField = 'reason' | 'outcome' | 'document' | 'rates';

/** Whether every rate is one that a tax can have. */
export function hasSoundRates({ rates = [] }: OfficerDecision): boolean {
  return rates.every(({ rate }) => !rate.startsWith('-'));
}

/** A refusal has an outcome and a reason; goods without a rate are cleared only with one. */
export function missingIn(decision: OfficerDecision, { kind, reasons }: Case): MissingField | undefined {
  if (decision.decision === 'request-document') return decision.document ? undefined : 'document';
  if (!decision.reason) return 'reason';
  if (decision.decision === 'refuse') return decision.outcome ? undefined : 'outcome';
  const lacksRate = kind === 'hold' && reasons.some(({ code }) => code === 'no-rate');
  return lacksRate && !decision.rates?.length ? 'rates' : undefined;
}

/** What a decision that lacks nothing brings about. */
export function decided(decision: OfficerDecision, officer: string, at: string, state: Case): CaseEvent[] {
  const { declarationId, version, party, caseId, kind } = state;
  const about = { declarationId, version, party, caseId };
  const { reason = '', outcome, document = '', text, rates = [] } = decision;
  if (decision.decision === 'request-document') {
    const asked = text === undefined ? document : `${document}: ${text}`;
    return [
      { type: 'DocumentNoted', data: { officer, at, text: asked } },
      { type: 'DocumentRequested', data: { ...about, document, text, requestedAt: at } },
    ];
  }
  if (decision.decision === 'clear' && kind === 'hold') {
    const lifted = { ...about, reason, officer, rates: [...rates], liftedAt: at };
    return [{ type: 'HoldLifted', data: lifted }];
  }
  const concluded = { ...about, kind, reason, officer, concludedAt: at };
  return decision.decision === 'clear'
    ? [{ type: 'ControlConcluded', data: { ...concluded, decision: 'clear' } }]
    : [{ type: 'ControlConcluded', data: { ...concluded, decision: 'refuse', outcome } }];
}

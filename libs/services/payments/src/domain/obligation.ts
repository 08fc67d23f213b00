import { type Coins, NO_COINS, minus, plus } from './coins';
import type { ObligationEvent, TaxPart } from './obligation-events';

export interface Notice {
  readonly number: string;
  readonly status: 'open' | 'paid' | 'withdrawn';
  /** In whole units, as it was issued. */
  readonly amount: string;
  readonly currency: string;
  readonly issuedAt: string;
  readonly dueAt?: string;
  readonly reason?: string;
}

/** What one declaration owes, in the latest version that was assessed, and what stands for it. */
export interface Obligation {
  readonly party: string;
  /** 0 until the first assessment. */
  readonly version: number;
  readonly debtor: string;
  readonly owed: Coins;
  readonly taxes: readonly TaxPart[];
  /** Money that came in and was not paid back, over all versions. */
  readonly paid: Coins;
  /** The account that stands for the rest. */
  readonly cover?: { readonly account: string; readonly amount: Coins; readonly drawn: boolean };
  readonly notice?: Notice;
  readonly settled: boolean;
  /** The goods are released, or there were none to wait for: what was reserved is drawn at once. */
  readonly due: boolean;
  /** Cancelled or refused: nothing is owed any more. */
  readonly ended: boolean;
}

export const nothingOwed: Obligation = {
  party: '',
  version: 0,
  debtor: '',
  owed: NO_COINS,
  taxes: [],
  paid: NO_COINS,
  settled: false,
  due: false,
  ended: false,
};

export function evolve(before: Obligation, { type, data }: ObligationEvent): Obligation {
  const state = { ...before, party: data.party };
  switch (type) {
    case 'Charged': {
      const { version, debtor, owed, taxes } = data;
      return { ...state, version, debtor, owed, taxes, notice: undefined, settled: false };
    }
    case 'Discharged':
      return { ...state, owed: NO_COINS, taxes: [] };
    case 'Reserved':
      return { ...state, cover: { account: data.account, amount: data.amount, drawn: false } };
    case 'Drawn':
      return { ...state, cover: { account: data.account, amount: data.amount, drawn: true } };
    case 'Freed':
    case 'Restored':
      return { ...state, cover: undefined };
    case 'PaymentNoticeIssued': {
      const { noticeNumber: number, amount, issuedAt, dueAt, reason } = data;
      return { ...state, notice: { number, status: 'open', ...amount, issuedAt, dueAt, reason } };
    }
    case 'NoticeWithdrawn':
      return { ...state, notice: state.notice && { ...state.notice, status: 'withdrawn' } };
    case 'PaymentReceived':
      return {
        ...state,
        paid: plus(state.paid, data.amount),
        notice: state.notice && { ...state.notice, status: 'paid' },
      };
    case 'Repaid':
      return { ...state, paid: minus(state.paid, data.amount) };
    case 'FallenDue':
      return { ...state, due: true };
    case 'Ended':
      return { ...state, ended: true, settled: false };
    case 'DutySettled':
      return { ...state, settled: true };
    case 'DutySecured':
      return state;
  }
}

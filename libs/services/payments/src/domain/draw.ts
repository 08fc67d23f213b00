import { noticeNumber } from './notice-number';
import type { Obligation } from './obligation';
import type { ObligationEvent } from './obligation-events';
import { dueAt, money, type Terms } from './terms';

/**
 * Draws what was reserved. A deferment account takes the debt over and settles it; what a guarantee covers
 * stays owed and is to be paid within the days that the law gives.
 */
export function draw(declarationId: string, at: string, state: Obligation, terms: Terms): ObligationEvent[] {
  const { version, party, debtor, cover, owed } = state;
  if (!cover || cover.drawn) return [];
  const about = { declarationId, version, party };
  const { account, amount } = cover;
  const drawn: ObligationEvent = { type: 'Drawn', data: { ...about, debtor, account, amount } };
  if (account.startsWith('deferment:')) {
    return [drawn, { type: 'DutySettled', data: { ...about, amount: money(owed, terms), settledAt: at } }];
  }
  const notice = {
    ...about,
    noticeNumber: noticeNumber(declarationId, version),
    amount: money(amount, terms),
    issuedAt: at,
    dueAt: dueAt(at, terms),
  };
  return [drawn, { type: 'PaymentNoticeIssued', data: notice }];
}

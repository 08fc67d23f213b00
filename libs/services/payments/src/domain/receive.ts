import type { DeclarationEvent } from '@tonggwan/contracts';
import type { Coins } from './coins';
import type { Obligation } from './obligation';
import type { ObligationEvent } from './obligation-events';
import { coinsOf, money, type Terms } from './terms';

export interface Payment {
  readonly declarationId: string;
  readonly noticeNumber: string;
  readonly amount: Coins;
  readonly currency: string;
  /** The bank's own, unique with it. */
  readonly reference: string;
}

export type PaymentFault =
  | 'unknown-notice'
  | 'notice-paid'
  | 'notice-withdrawn'
  | 'wrong-currency'
  | 'wrong-amount';

/**
 * Why a payment cannot be taken. A notice is paid once and in full: parts and surpluses are the bank's to put
 * right.
 */
export function faultOf(
  payment: Payment,
  state: Obligation | undefined,
  terms: Terms,
): PaymentFault | undefined {
  const notice = state?.notice;
  if (!notice || notice.number !== payment.noticeNumber) return 'unknown-notice';
  if (notice.status === 'paid') return 'notice-paid';
  if (notice.status === 'withdrawn') return 'notice-withdrawn';
  if (notice.currency !== payment.currency) return 'wrong-currency';
  return coinsOf(notice.amount, terms) === payment.amount ? undefined : 'wrong-amount';
}

/**
 * Money that came in: it secures what nothing secured, gives a guarantee back its balance, and settles the
 * debt.
 */
export function receive(payment: Payment, at: string, state: Obligation, terms: Terms): ObligationEvent[] {
  if (faultOf(payment, state, terms)) return [];
  const { version, party, debtor, cover, owed } = state;
  const { declarationId, reference, amount } = payment;
  const about: DeclarationEvent = { declarationId, version, party };
  const before: ObligationEvent[] = cover
    ? [{ type: 'Restored', data: { ...about, debtor, account: cover.account, amount: cover.amount } }]
    : [];
  const secured: ObligationEvent[] = cover
    ? []
    : [
        {
          type: 'DutySecured',
          data: { ...about, how: 'paid', amount: money(owed, terms), reference, securedAt: at },
        },
      ];
  return [
    ...before,
    { type: 'PaymentReceived', data: { ...about, debtor, amount, reference } },
    ...secured,
    { type: 'DutySettled', data: { ...about, amount: money(owed, terms), settledAt: at } },
  ];
}

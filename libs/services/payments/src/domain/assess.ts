import type { DeclarationEvent, DutySecured } from '@tonggwan/contracts';
import { referenceOf } from './account';
import { type Coins, isPositive, minus, NO_COINS } from './coins';
import { draw } from './draw';
import { coverFor, type Means } from './means';
import { noticeNumber } from './notice-number';
import { evolve, type Obligation } from './obligation';
import { about, type ObligationEvent, type TaxPart } from './obligation-events';
import { money, type Terms } from './terms';
import { withdraw } from './withdraw';

/** What a version of a declaration owes, and how the declaration asks to pay it. */
export interface Assessment extends DeclarationEvent {
  readonly debtor: string;
  readonly payable: Coins;
  readonly taxes: readonly TaxPart[];
  readonly nilReason?: string;
  readonly means: Means;
}

/**
 * The latest version owes, and no other: an amendment undoes the one before, and what was paid counts towards
 * the next.
 */
export function assess(
  assessment: Assessment,
  at: string,
  state: Obligation,
  terms: Terms,
): ObligationEvent[] {
  const { declarationId, version, debtor, means } = assessment;
  if (state.ended || version <= state.version) return [];
  const owed = means.how === 'nil' ? NO_COINS : assessment.payable;
  const taxes = isPositive(owed) ? assessment.taxes : [];
  const charged: ObligationEvent[] = [
    ...withdraw(declarationId, state),
    { type: 'Charged', data: { ...about(assessment), debtor, owed, taxes } },
  ];
  const rest = minus(owed, state.paid);
  const secured = isPositive(rest)
    ? secure(rest, assessment, at, terms)
    : alreadyPaid(rest, owed, assessment, at, terms);
  const events = [...charged, ...secured];
  const after = events.reduce(evolve, state);
  return after.due ? [...events, ...draw(declarationId, at, after, terms)] : events;
}

/**
 * Nothing is left to pay: nothing was owed, or an earlier version has paid it. What was paid beyond it goes
 * back.
 */
function alreadyPaid(
  rest: Coins,
  owed: Coins,
  assessment: Assessment,
  at: string,
  terms: Terms,
): ObligationEvent[] {
  const { debtor, means, nilReason } = assessment;
  const declaration = about(assessment);
  const surplus = minus(NO_COINS, rest);
  const amount = money(owed, terms);
  const nothing = means.how === 'nil' ? means.reason : (nilReason ?? 'nothing is owed');
  const security: DutySecured = isPositive(owed)
    ? { ...declaration, how: 'paid', amount, reference: 'paid for an earlier version', securedAt: at }
    : { ...declaration, how: 'nil', amount, reference: nothing, securedAt: at };
  const repaid: ObligationEvent[] = isPositive(surplus)
    ? [{ type: 'Repaid', data: { ...declaration, debtor, amount: surplus, purpose: 'overpayment' } }]
    : [];
  return [
    ...repaid,
    { type: 'DutySecured', data: security },
    { type: 'DutySettled', data: { ...declaration, amount, settledAt: at } },
  ];
}

function secure(rest: Coins, assessment: Assessment, at: string, terms: Terms): ObligationEvent[] {
  const { declarationId, version, party, debtor, means } = assessment;
  const declaration = about(assessment);
  const amount = money(rest, terms);
  const cover = coverFor(rest, party, means, terms);
  if ('account' in cover) {
    const { account } = cover;
    const how = means.how === 'deferment' ? 'deferred' : 'guaranteed';
    const reference = referenceOf(account);
    return [
      { type: 'Reserved', data: { ...declaration, debtor, account, amount: rest } },
      { type: 'DutySecured', data: { ...declaration, how, amount, reference, securedAt: at } },
    ];
  }
  const notice = { ...declaration, noticeNumber: noticeNumber(declarationId, version), amount, issuedAt: at };
  return [{ type: 'PaymentNoticeIssued', data: { ...notice, reason: cover.reason } }];
}

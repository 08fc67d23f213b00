import type { Charge, ObligationEvent } from './obligation-events';
import { type Coins, minus, NO_COINS, plus } from './coins';

export interface Posting {
  readonly account: string;
  /** A debit is positive, a credit negative. */
  readonly amount: Coins;
  readonly tax: string | null;
}

/** One movement of money. Its postings sum to zero; there is one for a declaration, version and purpose. */
export interface Transfer {
  readonly declarationId: string;
  readonly version: number;
  readonly party: string;
  readonly purpose: string;
  readonly postings: readonly Posting[];
}

const BANK = 'bank';
/** Money that is not customs' and waits to be paid back. */
const SUSPENSE = 'suspense';
/** What was worked out and the law does not collect. */
const REMISSION = 'treasury:remission';

/**
 * What a decision does to the ledger. A reservation moves nothing: it only keeps a balance free until the
 * release.
 */
export function transferOf({ type, data }: ObligationEvent): Transfer | undefined {
  const { declarationId, version, party } = data;
  const transfer = (purpose: string, postings: readonly Posting[]): Transfer | undefined => {
    const moving = postings.filter(({ amount }) => amount !== NO_COINS);
    return moving.length > 0 ? { declarationId, version, party, purpose, postings: moving } : undefined;
  };
  switch (type) {
    case 'Charged':
      return transfer('charge', [debit(debtor(data), data.owed), ...taxPostings(data)]);
    case 'Discharged':
      return transfer('discharge', reversed([debit(debtor(data), data.owed), ...taxPostings(data)]));
    case 'Drawn':
      return transfer('draw', between(data.account, debtor(data), data.amount));
    case 'Restored':
      return transfer('restore', between(debtor(data), data.account, data.amount));
    case 'PaymentReceived':
      return transfer('payment', between(BANK, debtor(data), data.amount));
    case 'Repaid':
      return transfer(data.purpose, between(debtor(data), SUSPENSE, data.amount));
    case 'Reserved':
    case 'Freed':
    case 'FallenDue':
    case 'Ended':
    case 'NoticeWithdrawn':
    case 'PaymentNoticeIssued':
    case 'DutySecured':
    case 'DutySettled':
      return undefined;
  }
}

/** The treasury's side of a charge, tax by tax. */
function taxPostings({ taxes, owed }: Charge): Posting[] {
  const assessed = taxes.reduce((sum, { amount }) => plus(sum, amount), NO_COINS);
  return [
    ...taxes.map(({ tax, amount }) => ({ ...credit(`treasury:${tax}`, amount), tax })),
    credit(REMISSION, minus(owed, assessed)),
  ];
}

const debtor = (data: { readonly debtor: string }): string => `debtor:${data.debtor}`;

const debit = (account: string, amount: Coins): Posting => ({ account, amount, tax: null });

const credit = (account: string, amount: Coins): Posting => debit(account, minus(NO_COINS, amount));

function between(debited: string, credited: string, amount: Coins): Posting[] {
  return [debit(debited, amount), credit(credited, amount)];
}

function reversed(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, amount: minus(NO_COINS, posting.amount) }));
}

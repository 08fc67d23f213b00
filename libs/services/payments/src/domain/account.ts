import { type Coins, isPositive, minus, NO_COINS, plus } from './coins';
import type { AccountMoved } from './obligation-events';

export type AccountKind = 'deferment' | 'guarantee';

/** A deferment account by its reference, or the one blanket guarantee of a debtor. */
export interface Account {
  readonly key: string;
  /** Who may draw on it. Another party that names it is not told that it exists. */
  readonly party: string;
  readonly kind: AccountKind;
  readonly limit: Coins;
  /** For goods that are not released yet. */
  readonly reserved: Coins;
  /** Drawn at release and still owed: what the ledger's account of the same name holds. */
  readonly used: Coins;
}

export const defermentAccount = (reference: string): string => `deferment:${reference}`;
export const guaranteeAccount = (debtor: string): string => `guarantee:${debtor}`;

/** The reference that people know it by. */
export function referenceOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

export function opened(key: string, kind: AccountKind, party: string, limit: Coins): Account {
  return { key, kind, party, limit, reserved: NO_COINS, used: NO_COINS };
}

export function available({ limit, reserved, used }: Account): Coins {
  return minus(minus(limit, reserved), used);
}

/** A limit falls no lower than what is in use. */
export function canHaveLimit({ reserved, used }: Account, limit: Coins): boolean {
  return !isPositive(minus(plus(reserved, used), limit));
}

/** What a decision about an obligation makes of its account. */
export function moved(account: Account, { type, data: { amount } }: AccountMoved): Account {
  const { reserved, used } = account;
  switch (type) {
    case 'Reserved':
      return { ...account, reserved: plus(reserved, amount) };
    case 'Freed':
      return { ...account, reserved: minus(reserved, amount) };
    case 'Drawn':
      return { ...account, reserved: minus(reserved, amount), used: plus(used, amount) };
    case 'Restored':
      return { ...account, used: minus(used, amount) };
  }
}

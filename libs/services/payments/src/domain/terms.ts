import type { MoneyAmount } from '@tonggwan/contracts';
import { Decimal } from '@tonggwan/kernel';
import type { Coins } from './coins';

/** What the law of the place says about paying. */
export interface Terms {
  readonly currency: { readonly code: string; readonly digits: number };
  /** So many days after release what a guarantee covers is to be paid. */
  readonly paymentAfterReleaseDays: number;
}

export function money(coins: Coins, { currency }: Terms): MoneyAmount {
  return {
    amount: Decimal.ofMinor(BigInt(coins), currency.digits).toString(),
    currency: currency.code,
  };
}

/** @throws RangeError when the text is no amount of the currency's coins */
export function coinsOf(amount: string, { currency }: Terms): Coins {
  return Decimal.parse(amount).toMinor(currency.digits).toString();
}

const DAY_MS = 86_400_000;

export function dueAt(releasedAt: string, { paymentAfterReleaseDays }: Terms): string {
  return new Date(Date.parse(releasedAt) + paymentAfterReleaseDays * DAY_MS).toISOString();
}

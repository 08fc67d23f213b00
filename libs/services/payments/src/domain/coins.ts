/** A number of the smallest coins of the pack's currency: a bigint as text, since JSON has none. */
export type Coins = string;

export const NO_COINS: Coins = '0';

export function plus(one: Coins, other: Coins): Coins {
  return (BigInt(one) + BigInt(other)).toString();
}

export function minus(one: Coins, other: Coins): Coins {
  return (BigInt(one) - BigInt(other)).toString();
}

export function isPositive(coins: Coins): boolean {
  return BigInt(coins) > 0n;
}

import { malformed } from '@tonggwan/service-host';
import type { Coins } from '../domain/coins';
import { coinsOf, type Terms } from '../domain/terms';

/** What a ledger's column can hold, with room for sums. */
const COINS_MAX = 10n ** 17n;
const REFERENCE_CHARACTERS_MAX = 140;

/**
 * An amount from outside. @throws Problem that names the field when it is none of the currency's, or beyond
 * all reason
 */
export function coinsIn(amount: string, pointer: string, terms: Terms): Coins {
  const coins = parsed(amount, terms);
  if (coins !== undefined && BigInt(coins) >= 0n && BigInt(coins) <= COINS_MAX) return coins;
  const detail = `must be an amount with at most ${terms.currency.digits} decimals`;
  throw malformed([{ pointer, detail }]);
}

/** A reference that becomes a key. @throws Problem that names the field when it is missing or too long */
export function referenceIn(reference: string | undefined, pointer: string): string {
  if (reference === undefined) throw malformed([{ pointer, detail: 'is required' }]);
  if (reference.length <= REFERENCE_CHARACTERS_MAX) return reference;
  const detail = `must have at most ${REFERENCE_CHARACTERS_MAX} characters`;
  throw malformed([{ pointer, detail }]);
}

function parsed(amount: string, terms: Terms): Coins | undefined {
  try {
    return coinsOf(amount, terms);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

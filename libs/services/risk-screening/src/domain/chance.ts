import { Decimal, hash32 } from '@tonggwan/kernel';

const HASHES = Decimal.of(2n ** 32n);
const HUNDRED = Decimal.of(100);

/**
 * Whether chance picks what the words name, at a share in per cent. Chance is a hash: the same seed and words are
 * always picked alike, so that a choice can be explained and repeated, and nobody without the seed can foresee it.
 */
export function isPicked(percent: Decimal, ...words: readonly string[]): boolean {
  const hash = Decimal.of(hash32(words.join('\n')));
  return hash.times(HUNDRED).compare(percent.times(HASHES)) < 0;
}

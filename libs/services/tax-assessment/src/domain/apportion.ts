import { Decimal } from '@tonggwan/kernel';

/**
 * Shares `whole` out by weight so that the parts sum exactly to it: each part is what is due up to and with its own
 * weight, less what the parts before it have had. Where nothing weighs anything all weigh the same.
 * @param whole with no more than `digits` decimals
 * @param weights none of them negative
 */
export function apportion(whole: Decimal, weights: readonly Decimal[], digits: number): readonly Decimal[] {
  const weighed = Decimal.sum(weights).isPositive() ? weights : weights.map(() => Decimal.of(1));
  const all = Decimal.sum(weighed);
  let weightSoFar = Decimal.zero;
  let givenSoFar = Decimal.zero;
  return weighed.map((weight) => {
    weightSoFar = weightSoFar.plus(weight);
    const due = whole.times(weightSoFar).dividedBy(all, digits, 'truncate');
    const part = due.minus(givenSoFar);
    givenSoFar = due;
    return part;
  });
}

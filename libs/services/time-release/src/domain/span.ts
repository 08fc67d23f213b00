import { earliest, type Moment } from './moment';

/** How a life ends, as far as it is known. */
export interface Closing {
  /** Released, refused, rejected or cancelled; a declaration without goods ends where its debt is settled. */
  readonly clearedAt?: number;
  readonly released: boolean;
  /** The goods have left, or the released declaration was cancelled. */
  readonly goneAt?: number;
}

/** Arrival or lodging, whichever came first: nothing is known from before. */
export function startOf(moments: readonly Moment[]): number | undefined {
  return moments.length > 0 ? Math.min(...moments.map(({ at }) => at)) : undefined;
}

export function closingOf(moments: readonly Moment[]): Closing {
  const releasedAt = earliest(moments, 'released');
  const stoppedAt = earliest(moments, 'rejected', 'refused', 'cancelled');
  if (releasedAt !== undefined && releasedAt <= (stoppedAt ?? releasedAt)) {
    return { clearedAt: releasedAt, released: true, goneAt: earliest(moments, 'removed', 'cancelled') };
  }
  return { clearedAt: stoppedAt ?? settledWithoutGoods(moments), released: false };
}

export function hasNoGoods(moments: readonly Moment[]): boolean {
  return moments.some(({ conditions }) => conditions?.length === 0);
}

function settledWithoutGoods(moments: readonly Moment[]): number | undefined {
  return hasNoGoods(moments) ? earliest(moments, 'settled') : undefined;
}

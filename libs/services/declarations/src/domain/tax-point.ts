import type { TaxPointBasis } from '@tonggwan/contracts';
import { isLater } from './calendar';
import type { ClearancePlan } from './clearance-plan';

export interface TaxPoint {
  readonly taxPointAt: string;
  readonly taxPointBasis: TaxPointBasis;
}

interface Moments {
  readonly lodgedAt: string;
  readonly acceptedAt: string;
  /** Since when the goods are there, where they came after the declaration. */
  readonly presentedAt?: string;
}

/**
 * The instant at which law and rates are taken. Korea: lodging, which is when the message arrived; the United
 * Kingdom: acceptance, and presentation of the goods for what was pre-lodged; a replay of the past: the
 * declared date.
 */
export function taxPointAtAcceptance(plan: ClearancePlan, moments: Moments): TaxPoint {
  if (plan.declaredAt) return { taxPointAt: plan.declaredAt, taxPointBasis: 'declared' };
  const { lodgedAt, acceptedAt, presentedAt } = moments;
  const preLodged =
    plan.goods === 'pre-lodged' && presentedAt !== undefined && isLater(lodgedAt, presentedAt);
  const basis = preLodged ? plan.taxPointOfPreLodged : plan.taxPoint;
  switch (basis) {
    case 'lodging':
      return { taxPointAt: lodgedAt, taxPointBasis: basis };
    case 'presentation':
      return { taxPointAt: presentedAt ?? acceptedAt, taxPointBasis: basis };
    case 'acceptance':
      return { taxPointAt: acceptedAt, taxPointBasis: basis };
  }
}

/** Until the goods are there the tax is indicative, and worked out as of the lodging. */
export function taxPointAtRegistration(plan: ClearancePlan, lodgedAt: string): TaxPoint {
  if (plan.declaredAt) return { taxPointAt: plan.declaredAt, taxPointBasis: 'declared' };
  return { taxPointAt: lodgedAt, taxPointBasis: 'lodging' };
}

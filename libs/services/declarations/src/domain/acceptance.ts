import type { Declaration } from '@tonggwan/contracts';
import type { ClearancePlan } from './clearance-plan';
import type { DeclarationEvent, Subject } from './commands';
import { taxPointAtAcceptance, taxPointAtRegistration } from './tax-point';

/** A declaration that broke no rule. */
export interface Checked {
  readonly subject: Subject;
  readonly lrn: string;
  readonly mrn: string;
  readonly plan: ClearancePlan;
  readonly lodgedAt: string;
  readonly content: Declaration;
  /** Now. */
  readonly at: string;
}

/**
 * Customs takes the declaration. `arrivedAt`: the goods came after it; `goodsPresent`: they were there
 * before.
 */
export function accept(
  checked: Checked & { readonly arrivedAt?: string; readonly goodsPresent?: boolean },
): DeclarationEvent {
  const { subject, lrn, mrn, plan, lodgedAt, content, at, arrivedAt, goodsPresent } = checked;
  const data = {
    ...subject,
    lrn,
    mrn,
    lodgedAt,
    ...taxPointAtAcceptance(plan, { lodgedAt, acceptedAt: at, presentedAt: arrivedAt }),
    office: plan.office,
    dataSet: plan.dataSet,
    goodsPresent: goodsPresent ?? arrivedAt !== undefined,
    ...(arrivedAt === undefined ? {} : { arrivedAt }),
    declaration: content,
    acceptedAt: at,
    conditions: [...plan.conditions],
  };
  return { type: 'DeclarationAccepted', data };
}

/** Checked and kept until the goods come. */
export function register({ subject, lrn, mrn, plan, lodgedAt, content, at }: Checked): DeclarationEvent {
  const data = {
    ...subject,
    lrn,
    mrn,
    lodgedAt,
    ...taxPointAtRegistration(plan, lodgedAt),
    office: plan.office,
    dataSet: plan.dataSet,
    goodsPresent: false,
    declaration: content,
    registeredAt: at,
  };
  return { type: 'DeclarationRegistered', data };
}

import type { DeclarationState } from '../declaration-state';
import { isPicked } from '../standing';

/** Why a request to cancel is refused. */
export interface Refusal {
  readonly reason: string;
  readonly text: string;
}

type CancellationRule = (state: DeclarationState) => Refusal | undefined;

/** What was not checked yet, or is over in another way, cannot be cancelled. */
export const mustBeOpen: CancellationRule = ({ status }) =>
  status === 'registered' || status === 'accepted' || isAfterRelease(status)
    ? undefined
    : { reason: 'not-open', text: `The declaration is ${status}` };

/** After the release a declaration is invalidated by customs in a procedure of its own, not by its owner. */
export const mustNotBeReleased: CancellationRule = ({ status }) =>
  isAfterRelease(status) ? { reason: 'goods-released', text: 'The goods are released' } : undefined;

/**
 * Nobody takes a declaration back once customs wants to look at documents or goods (Union Customs Code,
 * article 174, and the United Kingdom's after it). While it is being screened the answer is the same, so that
 * it tells nothing.
 */
export const noExaminationAnnounced: CancellationRule = ({ facts, outstanding }) => {
  const announced = facts.screened && isPicked(facts.screened.channel);
  if (!announced && !facts.controlOpened && !outstanding.includes('control')) return undefined;
  return { reason: 'examination', text: 'Customs examines the declaration, or has yet to decide whether to' };
};

const RULES = [mustBeOpen, mustNotBeReleased, noExaminationAnnounced];

/** The first rule that forbids it; undefined where it may be cancelled. */
export function cancellationRefusal(state: DeclarationState): Refusal | undefined {
  for (const rule of RULES) {
    const refusal = rule(state);
    if (refusal) return refusal;
  }
  return undefined;
}

function isAfterRelease(status: DeclarationState['status']): boolean {
  return status === 'released' || status === 'cleared' || status === 'removed';
}

import { OfficerRate, REFUSAL_OUTCOMES, type RefusalOutcome } from '@tonggwan/contracts';
import { OneOf, OptionalChildren, OptionalOneOf, OptionalText } from '@tonggwan/contracts/fields';
import { DECISIONS, type OfficerDecision } from '../domain/officer-decision';

export class ClaimBody {
  /** Why a supervisor takes over what another holds. */
  @OptionalText() reason?: string;
}

export class DecisionBody implements OfficerDecision {
  @OneOf(DECISIONS) decision!: OfficerDecision['decision'];
  @OptionalText() reason?: string;
  /** What becomes of refused goods. */
  @OptionalOneOf(REFUSAL_OUTCOMES) outcome?: RefusalOutcome;
  @OptionalText() document?: string;
  @OptionalText() text?: string;
  @OptionalChildren(() => OfficerRate) rates?: OfficerRate[];
}

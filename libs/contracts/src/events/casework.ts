import {
  Children,
  Identifier,
  Instant,
  OneOf,
  OptionalOneOf,
  OptionalText,
  Text,
  DecimalText,
  Whole,
} from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { REFUSAL_OUTCOMES, type RefusalOutcome } from './values';

/**
 * `control`: documents or goods to look at before release; `hold`: something customs must settle first;
 * `audit`: to look at afterwards.
 */
export const CASE_KINDS = ['control', 'hold', 'audit'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export class CaseOpened extends DeclarationEvent {
  static readonly type = 'CaseOpened';
  static readonly source = 'casework';

  @Identifier() caseId!: string;
  @OneOf(CASE_KINDS) kind!: CaseKind;
  @Text() office!: string;
  @Instant() openedAt!: string;
}

export class DocumentRequested extends DeclarationEvent {
  static readonly type = 'DocumentRequested';
  static readonly source = 'casework';

  @Identifier() caseId!: string;
  @Text() document!: string;
  @OptionalText() text?: string;
  @Instant() requestedAt!: string;
}

/** An officer has decided a control: the goods may go, or they are refused with an outcome. */
export class ControlConcluded extends DeclarationEvent {
  static readonly type = 'ControlConcluded';
  static readonly source = 'casework';

  @Identifier() caseId!: string;
  @OneOf(CASE_KINDS) kind!: CaseKind;
  @OneOf(['clear', 'refuse']) decision!: 'clear' | 'refuse';
  @OptionalOneOf(REFUSAL_OUTCOMES) outcome?: RefusalOutcome;
  @Text() reason!: string;
  @Text() officer!: string;
  @Instant() concludedAt!: string;
}

/** The rate that an officer has found for an item that the tariff has none for. */
export class OfficerRate {
  @Whole(1) sequence!: number;
  @Text() tax!: string;
  /** Per cent. */
  @DecimalText() rate!: string;
  @Text() source!: string;
}

/** An officer has settled what a hold waited for; the assessment is worked out again with what he found. */
export class HoldLifted extends DeclarationEvent {
  static readonly type = 'HoldLifted';
  static readonly source = 'casework';

  @Identifier() caseId!: string;
  @Text() reason!: string;
  @Text() officer!: string;
  @Children(() => OfficerRate) rates!: OfficerRate[];
  @Instant() liftedAt!: string;
}

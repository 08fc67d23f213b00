import {
  Child,
  Children,
  DecimalText,
  Instant,
  OneOf,
  OptionalText,
  SomeChildren,
  Text,
  Texts,
  Whole,
} from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { MoneyAmount, TaxFormula, TaxLine, TaxTotal } from './values';

export const ASSESSMENT_STAGES = ['indicative', 'provisional', 'final'] as const;
export type AssessmentStage = (typeof ASSESSMENT_STAGES)[number];

/** The taxes of one goods item. */
export class ItemAssessment {
  @Whole(1) sequence!: number;
  @Text() commodityCode!: string;
  @OptionalText() origin?: string;
  /** In the currency of the pack. */
  @DecimalText() customsValue!: string;
  @Children(() => TaxLine) lines!: TaxLine[];
}

/**
 * Value, duty and taxes of one version of a declaration. It explains itself whatever becomes of the pack, and says once
 * what holds for many lines, so that a declaration of a thousand items is still an event.
 */
export class TaxAssessed extends DeclarationEvent {
  static readonly type = 'TaxAssessed';
  static readonly source = 'tax-assessment';

  @OneOf(ASSESSMENT_STAGES) stage!: AssessmentStage;
  @Instant() assessedAt!: string;
  @Instant() taxPointAt!: string;
  @Text() packVersion!: string;
  @SomeChildren(() => ItemAssessment) items!: ItemAssessment[];
  /** Of each tax that a line names, once. */
  @Children(() => TaxFormula) formulas!: TaxFormula[];
  /** Where the rates come from, in words: the law, a publication or an officer; each once. */
  @Texts() sources!: string[];
  @Children(() => TaxTotal) totals!: TaxTotal[];
  /** Everything that was worked out. */
  @Child(() => MoneyAmount) assessed!: MoneyAmount;
  /**
   * What is owed: less than `assessed` where the law collects nothing below a threshold or nothing at all.
   */
  @Child(() => MoneyAmount) payable!: MoneyAmount;
  /** Why nothing is payable, where that is so. */
  @OptionalText() nilReason?: string;
  /** As declared; the pack says what each code means. */
  @OptionalText() paymentMethod?: string;
  /** The deferment account or guarantee that the declaration names, if it names one. */
  @OptionalText() accountReference?: string;
  /** Who owes it, as the declaration names the importer or declarant. */
  @Text() debtor!: string;
}

/** The tax cannot be worked out: the declaration waits for an officer, never for a silent zero. */
export class AssessmentHeld extends DeclarationEvent {
  static readonly type = 'AssessmentHeld';
  static readonly source = 'tax-assessment';

  @Instant() heldAt!: string;
  /** `no-rate`, `no-exchange-rate` or another reason that the service names. */
  @Text() reason!: string;
  /** What is missing, item by item, for the officer to read. */
  @Texts() details!: string[];
  @Text() office!: string;
}

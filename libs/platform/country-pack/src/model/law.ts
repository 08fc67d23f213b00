import type { Decimal, Rounding } from '@tonggwan/kernel';
import type { Dated, Sourced } from './dated';

/** The scalars of the law. */
export interface Law {
  readonly taxPoint: 'lodging' | 'acceptance';
  /** Pre-lodged goods are taxed as of their presentation. */
  readonly taxPointOfPreLodged: 'lodging' | 'presentation';
  readonly declarationNumber: DeclarationNumberForm;
  readonly goodsItemsMax: number;
  /** The digits of a commodity code in a declaration, least and most. */
  readonly commodityCodeDigits: readonly [number, number];
  /** Declared dates further ahead than this many days are refused. */
  readonly declaredDateAheadDaysMax: number;
  readonly selfAssessment: boolean;
  /**
   * The trader may pay this many days after release where a guarantee covers the debt; 0 where he may not.
   */
  readonly paymentAfterReleaseDays: number;
  /** Less than this in all is not collected, in whole units; with its source. */
  readonly smallestCollected: readonly (Dated & Sourced & { readonly amount: Decimal })[];
  readonly customsValueRounding: { readonly digits: number; readonly rounding: Rounding };
  /**
   * The share of all declarations that chance sends to inspection, and the floor that no profile can lower;
   * per cent.
   */
  readonly randomInspection: { readonly percent: Decimal; readonly floorPercent: Decimal };
  readonly channelPriorities: Readonly<Record<string, number>>;
}

/** `{year}`, `{country}`, `{office}`, `{sequence:7}`, `{check}` and literal text. */
export interface DeclarationNumberForm extends Sourced {
  readonly template: string;
}

import { DecimalText, Flag, OptionalText, Text, Whole } from '../shape/field';

export const CHANNELS = ['green', 'yellow', 'red', 'blue'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What a release may wait for. A further one is a word here and a row in the pack, not a change to
 * `release`.
 */
export const CONDITIONS = ['control', 'documents', 'payment', 'cargo', 'agency', 'hold'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Where a declaration stands; beside its one status it may have conditions outstanding. */
export const STATUSES = [
  'received',
  'registered',
  'accepted',
  'rejected',
  'released',
  'cleared',
  'removed',
  'refused',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

export const REFUSAL_OUTCOMES = ['detained', 'seized', 're-exported', 'abandoned', 'destroyed'] as const;
export type RefusalOutcome = (typeof REFUSAL_OUTCOMES)[number];

/**
 * An amount as people read it: whole units with the currency's decimals,
 * `{"amount":"1.23","currency":"GBP"}`.
 */
export class MoneyAmount {
  @DecimalText() amount!: string;
  @Text() currency!: string;
}

/**
 * A broken rule: the authority's code, a JSON Pointer into the canonical declaration, and the WCO pointer
 * where the field writes errors so.
 */
export class RuleError {
  @Text() code!: string;
  @OptionalText() pointer?: string;
  @OptionalText() wcoPointer?: string;
  @Text() message!: string;
}

/** Why a declaration is in its channel. The officers' only, never the broker's. */
export class ChannelReason {
  @Text() code!: string;
  @Text() text!: string;
}

/** How the law works out one tax of whichever item. */
export class TaxFormula {
  @Text() tax!: string;
  /** Over `value`, the customs value, and the taxes before this one: `value + A00`. */
  @Text() baseFormula!: string;
  @Text() rounding!: string;
}

/**
 * One tax of one item. With the formula of the tax and the source, which the event names once for all its lines, it is
 * everything that is needed to work the amount out again by hand.
 */
export class TaxLine {
  @Text() tax!: string;
  /** The sum that the rate was applied to. */
  @DecimalText() base!: string;
  /** Per cent. */
  @DecimalText() rate!: string;
  @Text() rule!: string;
  @DecimalText() amount!: string;
  /** The place of the rate's source among the event's `sources`, from 0. */
  @Whole() source!: number;
  @Flag() illustrative!: boolean;
}

/** The sum of one tax over all items. */
export class TaxTotal {
  @Text() tax!: string;
  @DecimalText() amount!: string;
}

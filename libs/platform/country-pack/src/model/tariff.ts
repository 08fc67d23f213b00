import type { Decimal, Rounding } from '@tonggwan/kernel';
import type { Dated, Day, Sourced } from './dated';

/** One tax of the ordered list. */
export interface Tax extends Dated, Sourced {
  readonly code: string;
  readonly name: string;
  readonly kind: 'duty' | 'tax';
  /** Over `value` and the codes of taxes before it: `value + A00`. */
  readonly base: string;
  /** A fixed per cent, or `tariff` to look it up by commodity, origin and date. */
  readonly rate: 'tariff' | Decimal;
  /**
   * Goods for which the tariff has no rate do not owe it; any other tax without a rate holds the
   * declaration.
   */
  readonly optional?: boolean;
  /** Goods that declare these codes owe it though it is optional: without a rate they are held. */
  readonly requiredWith?: CodeCondition;
  /**
   * Not asked for where this earlier tax is: the United Kingdom takes `A00` or, at risk of moving on, `A50`.
   */
  readonly unless?: string;
  /** Asked for only where this earlier tax is. */
  readonly onlyWith?: string;
  /** How an amount is cut: 2 and `truncate` to the penny, -1 and `truncate` to ten won. */
  readonly rounding: {
    readonly digits: number;
    readonly rounding: Rounding;
    readonly unit: 'item' | 'declaration';
  };
  readonly rule: string;
}

/**
 * One of some codes, and none of others, among the additional codes that the goods declare; `X4*`: all that
 * begin so.
 */
export interface CodeCondition {
  readonly anyOf: readonly string[];
  readonly noneOf: readonly string[];
}

/** A tax with the rate at which these goods owe it, or without one where the pack knows none. */
export interface Charge {
  readonly tax: Tax;
  readonly rate?: TariffRate;
}

export interface RateQuery {
  readonly tax: string;
  readonly commodityCode: string;
  readonly origin?: string;
  /** Where the declaration names one beside the origin, for the preference: it is looked up first. */
  readonly preferentialOrigin?: string;
  /** The rate class or preference claimed: Korea's `A`, `C`, `FCN1`; the United Kingdom's `100`, `300`. */
  readonly rateClass?: string;
  /**
   * Additional commodity codes (`VATZ`), statement codes (`NIDOM`) and additional procedures that the item
   * declares.
   */
  readonly additionalCodes?: readonly string[];
  readonly on: Day;
}

export interface TariffRate extends Dated, Sourced {
  /** Per cent. */
  readonly percent: Decimal;
  readonly rule: string;
  /** The source knows several rates for this key and this is the one that it gives most often. */
  readonly ambiguous: boolean;
}

export interface ExchangeRate extends Dated, Sourced {
  /** Whole units of the pack's currency for one of the other. */
  readonly rate: Decimal;
}

import type { Decimal } from '@tonggwan/kernel';
import type { Dated, Sourced } from './dated';

/** What a type code says of a declaration. */
export interface DeclarationKind extends Dated, Sourced {
  readonly typeCode: string;
  /** An additional procedure or the first two digits of the requested one; empty: all. */
  readonly procedure?: string;
  readonly dataSet: string;
  readonly direction: 'import' | 'export';
  /**
   * `present`: the goods must be there to be accepted; `pre-lodged`: registered until they come; `none`: no
   * goods belong to it.
   */
  readonly goods: 'present' | 'pre-lodged' | 'none';
  /** What its release waits for. Empty: there is nothing to release. */
  readonly conditions: readonly string[];
  /** Whether duty and taxes are worked out on it. */
  readonly taxed: boolean;
}

export interface Office extends Dated, Sourced {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** The most goods inspections a local day. */
  readonly inspectionsPerDay: number;
}

/** A field that a data set (and procedure) asks for, forbids or limits. */
export interface Obligation extends Dated, Sourced {
  /** `*`: every data set. */
  readonly dataSet: string;
  /** Empty: every procedure; four digits for requested and previous one, or the first two of them. */
  readonly procedure: string;
  /**
   * A JSON Pointer with `[]` for each element of a list or its number,
   * `/goodsShipment/governmentAgencyGoodsItem/[]/commodity/goodsMeasure/netNetWeightMeasure`.
   */
  readonly field: string;
  /**
   * What is asked: that it is there, that it is not, or that its value stands in a code list, matches a
   * form, or is positive.
   */
  readonly check: 'mandatory' | 'forbidden' | 'code-list' | 'pattern' | 'positive' | 'occurrences-max';
  /** The list's name, the regular expression or the number; empty for the others. */
  readonly parameter: string;
  readonly code: string;
  readonly message: string;
}

export interface PaymentMethod extends Dated, Sourced {
  readonly code: string;
  readonly how: 'deferment' | 'guarantee' | 'notice' | 'nil';
  /** For `nil`: why nothing is collected. */
  readonly reason: string;
}

/** All criteria that a profile names must hold. */
export interface RiskProfile extends Dated, Sourced {
  readonly id: string;
  readonly channel: 'yellow' | 'red' | 'blue';
  readonly text: string;
  readonly commodityPrefix?: string;
  readonly origin?: string;
  readonly declarant?: string;
  /** Declared price per kilogram below this share of the usual, per cent. */
  readonly priceBelowUsualPercent?: Decimal;
  readonly firstTimeTrader?: boolean;
  /** The share of matching declarations that it picks, per cent; 100 picks all. */
  readonly percent: Decimal;
}

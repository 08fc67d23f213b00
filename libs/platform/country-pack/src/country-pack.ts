import type { Decimal, Rounding } from '@tonggwan/kernel';

/** A day of the office's calendar, `2026-01-31`. What holds from a day holds from its midnight in the pack's zone. */
export type Day = string;

/** Where a fact of the pack comes from; `illustrative` where no law or publication settles it. */
export interface Sourced {
  readonly source: string;
  readonly illustrative: boolean;
}

/** One administration's law and practice as data. Every answer is asked for a day. */
export interface CountryPack {
  /** ISO 3166 in small letters: `kr`, `gb`. */
  readonly country: string;
  /** The pack's own version with a hash of its content, so that any amount can be worked out again. */
  readonly version: string;
  readonly timeZone: string;
  readonly currency: { readonly code: string; readonly digits: number };
  readonly languages: readonly string[];
  readonly law: Law;

  /**
   * What a type code says, where the law has it so together with the procedures of the first item: the four digits
   * of requested and previous procedure, then the additional ones, `['4071', '1SP']`.
   */
  kindOf(typeCode: string, on: Day, procedures?: readonly string[]): DeclarationKind | undefined;
  /** Whether a code stands in a list of the pack (`currency`, `country`, `procedure`, `package-type`, `document`, …) on that day. */
  hasCode(list: string, code: string, on: Day): boolean;
  /** Whether the pack has such a list at all: a rule about a list that the pack lacks does not apply. */
  hasList(list: string): boolean;
  office(code: string, on: Day): Office | undefined;
  offices(on: Day): readonly Office[];
  obligations(dataSet: string, procedure: string, on: Day): readonly Obligation[];
  paymentMethod(code: string, on: Day): PaymentMethod | undefined;

  /** Whether the nomenclature has this commodity code (of the length that was declared) on that day. */
  hasCommodity(code: string, on: Day): boolean;
  /** The taxes in the order in which they are worked out. */
  taxes(on: Day): readonly Tax[];
  rate(query: RateQuery): TariffRate | undefined;
  /** The taxes that are asked for on these goods, in order. One without a rate cannot be worked out: it holds all. */
  charges(goods: Omit<RateQuery, 'tax'>): readonly Charge[];
  exchangeRate(currency: string, on: Day): ExchangeRate | undefined;

  riskProfiles(on: Day): readonly RiskProfile[];
  /** What a kilogram of this commodity usually costs, in whole units of the pack's currency. */
  usualPricePerKilogram(commodityCode: string, on: Day): Decimal | undefined;

  /** The name of a state in the language of the place: Korea's 신고, 수리 and 반출. */
  stateName(state: string, language: string): string;
  /** The text of an error code, where the pack carries it. */
  errorText(code: string, language: string): string | undefined;
  /** Commodities, parties and prices of a day as it may be: for sample days and benchmarks only. */
  readonly sample: SampleMix;
}

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
  /** The trader may pay this many days after release where a guarantee covers the debt; 0 where he may not. */
  readonly paymentAfterReleaseDays: number;
  /** Less than this in all is not collected, in whole units; with its source. */
  readonly smallestCollected: readonly (Dated & Sourced & { readonly amount: Decimal })[];
  readonly customsValueRounding: { readonly digits: number; readonly rounding: Rounding };
  /** The share of all declarations that chance sends to inspection, and the floor that no profile can lower; per cent. */
  readonly randomInspection: { readonly percent: Decimal; readonly floorPercent: Decimal };
  readonly channelPriorities: Readonly<Record<string, number>>;
}

export interface Dated {
  readonly from: Day;
  /** The last day; without it the row still holds. */
  readonly to?: Day;
}

/** `{year}`, `{country}`, `{office}`, `{sequence:7}`, `{check}` and literal text. */
export interface DeclarationNumberForm extends Sourced {
  readonly template: string;
}

/** What a type code says of a declaration. */
export interface DeclarationKind extends Dated, Sourced {
  readonly typeCode: string;
  /** An additional procedure or the first two digits of the requested one; empty: any. */
  readonly procedure?: string;
  readonly dataSet: string;
  readonly direction: 'import' | 'export';
  /** `present`: the goods must be there to be accepted; `pre-lodged`: registered until they come; `none`: no goods belong to it. */
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
  /** A JSON Pointer with `[]` for each element of a list or its number, `/goodsShipment/governmentAgencyGoodsItem/[]/commodity/goodsMeasure/netNetWeightMeasure`. */
  readonly field: string;
  /** What is asked: that it is there, that it is not, or that its value stands in a code list, matches a form, or is positive. */
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

/** One tax of the ordered list. */
export interface Tax extends Dated, Sourced {
  readonly code: string;
  readonly name: string;
  readonly kind: 'duty' | 'tax';
  /** Over `value` and the codes of taxes before it: `value + A00`. */
  readonly base: string;
  /** A fixed per cent, or `tariff` to look it up by commodity, origin and date. */
  readonly rate: 'tariff' | Decimal;
  /** Goods for which the tariff has no rate do not owe it; any other tax without a rate holds the declaration. */
  readonly optional?: boolean;
  /** Goods that declare these codes owe it though it is optional: without a rate they are held. */
  readonly requiredWith?: CodeCondition;
  /** Not asked for where this earlier tax is: the United Kingdom takes `A00` or, at risk of moving on, `A50`. */
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

/** One of some codes, and none of others, among the additional codes that the goods declare; `X4*`: all that begin so. */
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
  /** Additional commodity codes (`VATZ`), statement codes (`NIDOM`) and additional procedures that the item declares. */
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

/** The make-up of a simulated day. Labelled illustrative in every pack. */
export interface SampleMix {
  readonly typeCode: string;
  readonly preLodgedTypeCode: string;
  readonly procedure: { readonly current: string; readonly previous: string };
  readonly currencies: readonly string[];
  readonly paymentMethods: Readonly<Record<'deferment' | 'guarantee' | 'notice', string>>;
  readonly commodities: readonly SampleCommodity[];
  /** A commodity that the nomenclature has and the tariff has no rate for. */
  readonly commodityWithoutRate: SampleCommodity;
}

export interface SampleCommodity {
  readonly code: string;
  readonly description: string;
  readonly origins: readonly string[];
  readonly rateClass: string;
  /** Whole units of the pack's currency. */
  readonly pricePerKilogram: string;
}

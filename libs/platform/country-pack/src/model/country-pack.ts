import type { Decimal } from '@tonggwan/kernel';
import type { Day } from './dated';
import type { Law } from './law';
import type { DeclarationKind, Obligation, Office, PaymentMethod, RiskProfile } from './practice';
import type { SampleMix } from './sample';
import type { Charge, ExchangeRate, RateQuery, TariffRate, Tax } from './tariff';

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
   * What a type code says, where the law has it so together with the procedures of the first item: the four
   * digits of requested and previous procedure, then the additional ones, `['4071', '1SP']`.
   */
  kindOf(typeCode: string, on: Day, procedures?: readonly string[]): DeclarationKind | undefined;
  /**
   * Whether a code stands in a list of the pack (`currency`, `country`, `procedure`, `package-type`,
   * `document`, …) on that day.
   */
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
  /**
   * The taxes that are asked for on these goods, in order. One without a rate cannot be worked out: it holds
   * all.
   */
  charges(goods: Omit<RateQuery, 'tax'>): readonly Charge[];
  exchangeRate(currency: string, on: Day): ExchangeRate | undefined;

  riskProfiles(on: Day): readonly RiskProfile[];
  /** What a kilogram of this commodity usually costs, in whole units of the pack's currency. */
  usualPricePerKilogram(commodityCode: string, on: Day): Decimal | undefined;

  /** The name of a state in the language of the place: Korea's 신고, 수리 and 반출. */
  stateName(state: string, language: string): string;
  /** By language: the pack's first one, and English. */
  stateNames(state: string): Readonly<Record<string, string>>;
  /** The text of an error code, where the pack carries it. */
  errorText(code: string, language: string): string | undefined;
  /** Commodities, parties and prices of a day as it may be: for sample days and benchmarks only. */
  readonly sample: SampleMix;
}

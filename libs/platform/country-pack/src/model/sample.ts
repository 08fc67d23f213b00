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

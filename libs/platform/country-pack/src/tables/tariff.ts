import type { TariffRate } from '../model';
import type { Table } from '../csv-table';

/** A rate with what it is for; an empty key field stands for all. */
export interface TariffRow extends TariffRate {
  readonly tax: string;
  readonly commodity: string;
  readonly origin: string;
  readonly rateClass: string;
  readonly additionalCode: string;
}

export const tariff: Table<TariffRow> = {
  file: 'tariff.csv',
  columns: ['tax', 'commodity', 'origin', 'rateClass', 'additionalCode', 'percent', 'rule', 'ambiguous'],
  read: (fields) => ({
    tax: fields.text('tax'),
    commodity: fields.digits('commodity', 0, 10),
    origin: fields.optionalText('origin') ?? '',
    rateClass: fields.optionalText('rateClass') ?? '',
    additionalCode: fields.optionalText('additionalCode') ?? '',
    percent: fields.decimal('percent'),
    rule: fields.text('rule'),
    ambiguous: fields.flag('ambiguous'),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ tax, commodity, origin, rateClass, additionalCode }) =>
    tariffKey(tax, commodity, origin, rateClass, additionalCode),
};

export function tariffKey(
  tax: string,
  commodity: string,
  origin: string,
  rateClass: string,
  additionalCode: string,
): string {
  return `${tax}|${commodity}|${origin}|${rateClass}|${additionalCode}`;
}

import type { Decimal } from '@tonggwan/kernel';
import type { Dated, Sourced } from '../model';
import type { Table } from '../csv-table';

export interface CommodityRow extends Dated, Sourced {
  /** As many digits as the source gives: a declared code is known by its first ones. */
  readonly code: string;
}

export const commodities: Table<CommodityRow> = {
  file: 'commodities.csv',
  columns: ['code'],
  read: (fields) => ({ code: fields.digits('code', 2, 10), ...fields.dated(), ...fields.sourced() }),
  key: ({ code }) => code,
};

export interface UsualPriceRow extends Dated, Sourced {
  readonly commodity: string;
  readonly perKilogram: Decimal;
}

export const usualPrices: Table<UsualPriceRow> = {
  file: 'usual-prices.csv',
  columns: ['commodity', 'perKilogram'],
  read: (fields) => ({
    commodity: fields.digits('commodity', 2, 10),
    perKilogram: fields.positive('perKilogram'),
    ...fields.dated(),
    ...fields.sourced(),
  }),
  key: ({ commodity }) => commodity,
};

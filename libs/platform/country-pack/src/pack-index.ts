import type { Dated } from './model';
import type { Line, Table } from './csv-table';
import { DatedIndex } from './dated-index';
import type { PackContent } from './pack-content';
import { TABLES } from './tables';
import { TariffIndex } from './tariff-index';

/** The rows of each table by their keys. Building it finds the rows that contradict each other. */
export interface PackIndex {
  readonly tariff: TariffIndex;
  readonly commodities: IndexOf<'commodities'>;
  readonly usualPrices: IndexOf<'usualPrices'>;
  readonly exchangeRates: IndexOf<'exchangeRates'>;
  readonly offices: IndexOf<'offices'>;
  readonly codes: IndexOf<'codes'>;
  readonly kinds: IndexOf<'kinds'>;
  readonly paymentMethods: IndexOf<'paymentMethods'>;
  readonly riskProfiles: IndexOf<'riskProfiles'>;
  readonly errorTexts: IndexOf<'errorTexts'>;
}

type IndexOf<Name extends keyof typeof TABLES> =
  (typeof TABLES)[Name] extends Table<infer Row> ? (Row extends Dated ? DatedIndex<Row> : never) : never;

export function indexOf({ lines }: PackContent): PackIndex {
  const tariff = new TariffIndex();
  for (const { row, fields } of lines.tariff) noteClash(tariff.add(row), fields);
  filled(TABLES.obligations, lines.obligations);
  return {
    tariff,
    commodities: filled(TABLES.commodities, lines.commodities),
    usualPrices: filled(TABLES.usualPrices, lines.usualPrices),
    exchangeRates: filled(TABLES.exchangeRates, lines.exchangeRates),
    offices: filled(TABLES.offices, lines.offices),
    codes: filled(TABLES.codes, lines.codes),
    kinds: filled(TABLES.kinds, lines.kinds),
    paymentMethods: filled(TABLES.paymentMethods, lines.paymentMethods),
    riskProfiles: filled(TABLES.riskProfiles, lines.riskProfiles),
    errorTexts: filled(TABLES.errorTexts, lines.errorTexts),
  };
}

function filled<Row extends Dated>(table: Table<Row>, lines: readonly Line<Row>[]): DatedIndex<Row> {
  const index = new DatedIndex<Row>();
  for (const { row, fields } of lines) noteClash(index.add(table.key(row), row), fields);
  return index;
}

function noteClash(clash: Dated | undefined, fields: Line<Dated>['fields']): void {
  if (!clash) return;
  const until = clash.to ? `to ${clash.to}` : 'on';
  fields.fault('from', `another row of the same key holds from ${clash.from} ${until}`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleMix } from '@tonggwan/country-pack';
import { type Cells, writeCsv } from './csv-file';
import { isoLists } from './iso-lists';
import { krCodes, krCommodities, krOffices } from './kr-lists';
import { FIRST_ROW, hs2022, koreanRows } from './kr-rows';
import { krTariff, krUsualPrices } from './kr-tariff';

/** Where the rows name no country. It is theirs, not ISO 3166's. */
const UNKNOWN_COUNTRY: Cells = {
  list: 'country',
  code: 'ZZ',
  name: 'Country not stated',
  from: FIRST_ROW,
  to: '',
  source: 'kcs-codes',
  illustrative: 'true',
};

/** Writes the tables of Korea's pack that follow from published data; the others are written by hand. */
export function deriveKorea(corpora: string, folder: string): string[] {
  const rows = koreanRows(corpora);
  const list2022 = hs2022(corpora);
  const alive = new Set(list2022);
  const tables: Record<string, Cells[]> = {
    'tariff.csv': krTariff(rows, alive),
    'usual-prices.csv': krUsualPrices(rows, alive, samplePrices(folder)),
    'commodities.csv': krCommodities(rows, list2022),
    'offices.csv': krOffices(rows),
    'codes.csv': [...isoLists(corpora, FIRST_ROW), UNKNOWN_COUNTRY, ...krCodes(rows)],
  };
  for (const [file, table] of Object.entries(tables)) writeCsv(join(folder, file), table);
  return Object.entries(tables).map(([file, table]) => `${file}: ${table.length} rows`);
}

function samplePrices(folder: string): Map<string, string> {
  const sample = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as SampleMix;
  return new Map(sample.commodities.map(({ code, pricePerKilogram }) => [code, pricePerKilogram]));
}

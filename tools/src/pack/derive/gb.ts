import { join } from 'node:path';
import { type Cells, readCsv, writeCsv } from './csv-file';
import { gbAnsweredRates } from './gb-answers';
import { gbExchangeRates } from './gb-exchange-rates';
import { gbFixtureRates } from './gb-fixtures';
import { gbCodes, gbCommodities, gbErrorTexts, gbOffices } from './gb-lists';

/** Rows that stand in the file already and follow from nothing that is read here. */
const BY_HAND = ['vat-act', 'cds-vat'];

/**
 * Writes the tables of the United Kingdom's pack that follow from published data; the others are written by
 * hand.
 */
export function deriveUnitedKingdom(corpora: string, folder: string): string[] {
  const kept = readCsv(join(folder, 'tariff.csv')).filter(({ source }) => BY_HAND.includes(source!));
  const tables: Record<string, Cells[]> = {
    'tariff.csv': [...kept, ...gbAnsweredRates(corpora), ...gbFixtureRates(corpora)],
    'commodities.csv': gbCommodities(corpora),
    'offices.csv': gbOffices(corpora),
    'codes.csv': gbCodes(corpora),
    'error-texts.csv': gbErrorTexts(corpora),
    'exchange-rates.csv': gbExchangeRates(corpora),
  };
  for (const [file, table] of Object.entries(tables)) writeCsv(join(folder, file), table);
  return Object.entries(tables).map(([file, table]) => `${file}: ${table.length} rows`);
}

import { join } from 'node:path';
import { type Cells, readCsv } from './csv-file';

/**
 * Countries and currencies as ISO 3166 and 4217 have them, as rows of `codes.csv` that hold from a day on.
 */
export function isoLists(corpora: string, from: string): Cells[] {
  const folder = join(corpora, 'iso-locode-codes');
  const countries = readCsv(join(folder, 'country-codes.csv')).map((row) =>
    codeRow('country', row['ISO3166-1-Alpha-2']!, row['CLDR display name'] || row['official_name_en']!, from),
  );
  const money = readCsv(join(folder, 'currency-codes-all.csv'));
  const currencies = money
    .filter((row) => row.AlphabeticCode && !row.WithdrawalDate)
    .map((row) => codeRow('currency', row.AlphabeticCode!, row.Currency!, from));
  const byCode = new Map([...countries, ...currencies].map((row) => [`${row.list} ${row.code}`, row]));
  return [...byCode.keys()].sort().map((key) => byCode.get(key)!);
}

function codeRow(list: string, code: string, name: string, from: string): Cells {
  const source = list === 'country' ? 'iso-3166' : 'iso-4217';
  return { list, code, name, from, to: '', source, illustrative: 'false' };
}

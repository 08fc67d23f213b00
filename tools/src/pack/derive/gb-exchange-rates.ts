import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '@tonggwan/kernel';
import type { Cells } from './csv-file';
import { LISTS_FROM } from './gb-lists';

/** Made up for currencies and days for which no published rate is at hand. */
const ILLUSTRATIVE = { EUR: '0.86', USD: '0.78', JPY: '0.0052', UGX: '0.00021' };

interface MonthlyRate {
  readonly attributes: {
    readonly child_monetary_unit_code: string;
    readonly exchange_rate: string;
    readonly validity_start_date: string;
  };
}

/** The euro month by month as published, other currencies and later days made up and marked so. */
export function gbExchangeRates(corpora: string): Cells[] {
  const path = join(corpora, 'uk-tariff-fixtures', 'xi', 'monetary_exchange_rates.json');
  const published = (JSON.parse(readFileSync(path, 'utf8')) as MonthlyRate[])
    .map(({ attributes }) => attributes)
    .filter((rate) => rate.child_monetary_unit_code === 'GBP' && Decimal.isDecimal(rate.exchange_rate));
  const monthly = new Map(
    published.map((rate) => [rate.validity_start_date.slice(0, 7), rate.exchange_rate]),
  );
  const months = [...monthly.keys()].sort();
  const euros = months.map((month) =>
    rateRow('EUR', monthly.get(month)!, `${month}-01`, lastDay(month), 'euro-monthly', 'false'),
  );
  const others = Object.entries(ILLUSTRATIVE).map(([currency, rate]) =>
    rateRow(
      currency,
      rate,
      currency === 'EUR' ? dayAfter(lastDay(months.at(-1)!)) : LISTS_FROM,
      '',
      'own',
      'true',
    ),
  );
  return [...euros, ...others];
}

function rateRow(
  currency: string,
  rate: string,
  from: string,
  to: string,
  source: string,
  illustrative: string,
) {
  return { currency, rate, from, to, source, illustrative };
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function dayAfter(on: string): string {
  return new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
}

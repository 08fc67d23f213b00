import { Decimal } from '@tonggwan/kernel';
import { type Cells, groupBy } from './csv-file';
import { FIRST_ROW, HS_2017_TO, HS_2022_FROM } from './kr-rows';

/**
 * The duty rates that the rows paid: for each HS6 and rate class the rate that occurs most often, of equally
 * frequent ones the lower. Where the class had more than one rate the row is marked ambiguous.
 */
export function krTariff(rows: readonly Cells[], alive: ReadonlySet<string>): Cells[] {
  const groups = groupBy(rows, (row) => `${row['HS6 Code']} ${row['Tax Type']}`);
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, group]) => {
      const [commodity = '', rateClass = ''] = key.split(' ');
      const rates = ratesByFrequency(group);
      return {
        tax: 'CUD',
        commodity,
        origin: '',
        rateClass,
        additionalCode: '',
        percent: rates[0]!.toString(),
        rule: `rate class ${rateClass}`,
        ambiguous: String(rates.length > 1),
        from: FIRST_ROW,
        to: alive.has(commodity) ? '' : HS_2017_TO,
        source: 'kcs-rows',
        illustrative: 'true',
      };
    });
}

function ratesByFrequency(rows: readonly Cells[]): Decimal[] {
  const groups = [...groupBy(rows, (row) => row['Tax Rate']!).entries()];
  return groups
    .map(([rate, same]) => ({ rate: Decimal.parse(rate), times: same.length }))
    .sort((one, other) => other.times - one.times || one.rate.compare(other.rate))
    .map(({ rate }) => rate);
}

/** Prices of fewer rows than this say nothing of what is usual. */
const ROWS_MIN = 5;

/**
 * The middle price of a kilogram for each HS6, in won. From 2022 on, after the last row, the sample's own
 * prices are the usual ones of its goods, so that a sample day's prices are judged by their like.
 */
export function krUsualPrices(
  rows: readonly Cells[],
  alive: ReadonlySet<string>,
  sample: ReadonlyMap<string, string>,
): Cells[] {
  const groups = groupBy(rows, (row) => row['HS6 Code']!);
  const observed = [...groups.entries()].flatMap(([commodity, group]) => {
    const prices = group.flatMap(pricePerKilogram).sort((one, other) => one.compare(other));
    const middle = prices[Math.floor((prices.length - 1) / 2)];
    if (prices.length < ROWS_MIN || !middle?.isPositive()) return [];
    const to = alive.has(commodity) && !sample.has(commodity) ? '' : HS_2017_TO;
    return [priceRow(commodity, middle.toString(), FIRST_ROW, to, 'kcs-prices')];
  });
  const own = [...sample].map(([commodity, price]) => priceRow(commodity, price, HS_2022_FROM, '', 'own'));
  return [...observed, ...own].sort((one, other) => (one.commodity! < other.commodity! ? -1 : 1));
}

function priceRow(commodity: string, perKilogram: string, from: string, to: string, source: string): Cells {
  return { commodity, perKilogram, from, to, source, illustrative: 'true' };
}

function pricePerKilogram(row: Cells): Decimal[] {
  const [price, mass] = [Decimal.parse(row['Item Price']!), Decimal.parse(row['Net Mass']!)];
  return price.isPositive() && mass.isPositive() ? [price.dividedBy(mass, 2, 'half-up')] : [];
}

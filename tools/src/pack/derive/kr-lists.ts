import { type Cells, groupBy } from './csv-file';
import { FIRST_ROW, HS_2017_FROM, HS_2017_TO, HS_2022_FROM } from './kr-rows';

/** HS codes with the days on which they hold, as far as the rows (HS 2017) and the HS 2022 list tell. */
export function krCommodities(rows: readonly Cells[], list2022: readonly string[]): Cells[] {
  const seen = new Set(rows.map((row) => row['HS6 Code']!));
  const alive = new Set(list2022);
  return [...new Set([...seen, ...alive])].sort().map((code) => ({
    code,
    from: seen.has(code) ? HS_2017_FROM : HS_2022_FROM,
    to: alive.has(code) ? '' : HS_2017_TO,
    source: seen.has(code) ? (alive.has(code) ? 'hs-both' : 'hs-2017-rows') : 'hs-2022',
    illustrative: String(!alive.has(code)),
  }));
}

/** Inspections a day: one for so many rows of an office, and so many at least. Made up, and marked so. */
const ROWS_PER_INSPECTION = 100;
const INSPECTIONS_MIN = 10;

export function krOffices(rows: readonly Cells[]): Cells[] {
  const groups = groupBy(rows, (row) => row['Office ID']!);
  const codes = [...groups.keys()].sort((one, other) => Number(one) - Number(other));
  return codes.map((code) => ({
    code,
    name: `Customs office ${code}`,
    timeZone: 'Asia/Seoul',
    inspectionsPerDay: String(
      Math.max(INSPECTIONS_MIN, Math.floor(groups.get(code)!.length / ROWS_PER_INSPECTION)),
    ),
    from: FIRST_ROW,
    to: '',
    source: 'kcs-offices',
    illustrative: 'true',
  }));
}

const LISTS = {
  procedure: { column: 'Import Type', name: 'Import type' },
  'import-use': { column: 'Import Use', name: 'Import use' },
  'process-type': { column: 'Process Type', name: 'Process type' },
  'rate-class': { column: 'Tax Type', name: 'Rate class' },
  'transport-mode': { column: 'Mode of Transport', name: 'Mode of transport' },
};

/** The codes that occur in the rows; what they are called is not published with them. */
export function krCodes(rows: readonly Cells[]): Cells[] {
  return Object.entries(LISTS).flatMap(([list, { column, name }]) =>
    [...new Set(rows.map((row) => row[column]!))].sort().map((code) => ({
      list,
      code,
      name: `${name} ${code}`,
      from: FIRST_ROW,
      to: '',
      source: 'kcs-codes',
      illustrative: 'true',
    })),
  );
}

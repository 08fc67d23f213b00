import type { SampleMix } from './model';
import { type Line, readTable, type Table } from './csv-table';
import type { Fault } from './faults';
import { type Header, readHeader, readSources } from './header';
import { parseJson } from './json-node';
import { readSample, SAMPLE_FILE } from './sample';
import { TABLES } from './tables';

const HEADER_FILE = 'pack.json';
const EXPECTED = [HEADER_FILE, SAMPLE_FILE, ...Object.values(TABLES).map(({ file }) => file)];

type RowOf<T> = T extends Table<infer Row> ? Row : never;
type Lines = { readonly [Name in keyof typeof TABLES]: readonly Line<RowOf<(typeof TABLES)[Name]>>[] };

/**
 * Everything that stands in a pack's files, each by itself; what they say of one another is not looked at
 * yet.
 */
export interface PackContent {
  readonly header: Header;
  readonly lines: Lines;
  readonly sample: SampleMix;
}

/** @param files the content of each file by its name */
export function readContent(files: ReadonlyMap<string, string>, faults: Fault[]): PackContent | undefined {
  const absent = EXPECTED.filter((file) => !files.has(file));
  absent.forEach((file) => faults.push({ file, message: 'is missing' }));
  for (const file of files.keys()) {
    if (!EXPECTED.includes(file)) faults.push({ file, message: 'is not a file of a country pack' });
  }
  const header = parseJson(HEADER_FILE, files.get(HEADER_FILE) ?? '{}', faults);
  const sample = parseJson(SAMPLE_FILE, files.get(SAMPLE_FILE) ?? '{}', faults);
  if (absent.length || header === undefined || sample === undefined) return undefined;
  const sources = readSources(header, faults);
  const read = <Row>(table: Table<Row>) => readTable(table, files.get(table.file) ?? '', sources, faults);
  return {
    header: readHeader(header, sources, faults),
    lines: {
      tariff: read(TABLES.tariff),
      commodities: read(TABLES.commodities),
      usualPrices: read(TABLES.usualPrices),
      exchangeRates: read(TABLES.exchangeRates),
      offices: read(TABLES.offices),
      codes: read(TABLES.codes),
      kinds: read(TABLES.kinds),
      obligations: read(TABLES.obligations),
      paymentMethods: read(TABLES.paymentMethods),
      riskProfiles: read(TABLES.riskProfiles),
      errorTexts: read(TABLES.errorTexts),
    },
    sample: readSample(sample, sources, faults),
  };
}

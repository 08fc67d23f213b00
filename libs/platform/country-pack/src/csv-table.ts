import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from './faults';
import { Fields } from './fields';

const COMMON = ['from', 'to', 'source', 'illustrative'];

/** One CSV file of a pack: its own columns beside from, to, source and illustrative, which every row has. */
export interface Table<Row> {
  readonly file: string;
  readonly columns: readonly string[];
  read(fields: Fields): Row;
  /** What a row is about: two rows of one key may not hold on the same day. */
  key(row: Row): string;
}

export interface Line<Row> {
  readonly row: Row;
  readonly fields: Fields;
}

/**
 * The rows of a file with their places, and every fault noted. A file that cannot be read as a table has
 * none.
 */
export function readTable<Row>(
  table: Table<Row>,
  content: string,
  sources: ReadonlyMap<string, string>,
  faults: Fault[],
): Line<Row>[] {
  const note = (row: number, message: string, field?: string) =>
    faults.push({ file: table.file, row, field, message });
  const [header, ...records] = recordsOf(content, note);
  if (!header || !headerFits(table, header.record, note)) return [];
  return records.flatMap(({ record, line }) => {
    if (record.length !== header.record.length) {
      note(line, `has ${record.length} cells where the header has ${header.record.length}`);
      return [];
    }
    const values = Object.fromEntries(header.record.map((column, index) => [column, record[index]]));
    const fields = new Fields(table.file, line, values, sources, faults);
    return [{ row: table.read(fields), fields }];
  });
}

type Note = (row: number, message: string, field?: string) => void;

function recordsOf(content: string, note: Note): { record: string[]; line: number }[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(content, options) as unknown as { record: string[]; info: { lines: number } }[];
    if (!parsed.length) note(1, 'has no header');
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    note(Number(error.lines ?? 1), error.message);
    return [];
  }
}

function headerFits(table: Table<unknown>, header: readonly string[], note: Note): boolean {
  const columns = [...table.columns, ...COMMON];
  const unknown = header.filter((column) => !columns.includes(column));
  const missing = columns.filter((column) => !header.includes(column));
  const repeated = header.filter((column, index) => header.indexOf(column) !== index);
  unknown.forEach((column) => note(1, 'is not a column of this table', column));
  missing.forEach((column) => note(1, 'is missing in the header', column));
  repeated.forEach((column) => note(1, 'stands twice in the header', column));
  return !unknown.length && !missing.length && !repeated.length;
}

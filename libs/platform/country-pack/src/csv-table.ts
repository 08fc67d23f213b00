import { parse } from 'papaparse';
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
    const fields = new Fields(table.file, line, cellsOf(header.record, record), sources, faults);
    return [{ row: table.read(fields), fields }];
  });
}

/** Tens of thousands of them are read while a service starts, so they are made without pairs in between. */
function cellsOf(columns: readonly string[], record: readonly string[]): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (let place = 0; place < columns.length; place += 1) cells[columns[place]!] = record[place]!;
  return cells;
}

type Note = (row: number, message: string, field?: string) => void;

function recordsOf(content: string, note: Note): { record: string[]; line: number }[] {
  const { data, errors } = parse<string[]>(content, { delimiter: ',' });
  const hasTexts = content.includes('"');
  let next = 1;
  const records = data.map((record) => {
    const line = next;
    next += hasTexts ? 1 + linesWithin(record) : 1;
    return { record, line };
  });
  for (const { row = 0, message } of errors) note(records[row]?.line ?? next, message);
  if (errors.length > 0) return [];
  const filled = records.filter(({ record }) => record.length > 1 || record[0] !== '');
  if (filled.length === 0) note(1, 'has no header');
  return filled;
}

/** Cells in quotation marks may be texts of several lines. */
function linesWithin(record: readonly string[]): number {
  return record.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
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

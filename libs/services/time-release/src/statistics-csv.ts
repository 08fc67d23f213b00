import type { StatisticsRow } from './database/statistics';

const COLUMNS = [
  'day',
  'office',
  'channel',
  'step',
  'owner',
  'n',
  'unfinished',
  'mean',
  'median',
  'mode',
  'modeBin',
  'standardDeviation',
  'p90',
  'p99',
  'least',
  'most',
] as const satisfies readonly (keyof StatisticsRow)[];

/** The table as RFC 4180 has it, durations in milliseconds. */
export function statisticsCsv(rows: readonly StatisticsRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function cell(value: string | number | undefined): string {
  const text = typeof value === 'number' ? String(Math.round(value)) : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

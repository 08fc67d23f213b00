import { checkPack, type Fault, type PackCheck } from '@tonggwan/country-pack';
import { table } from './table';

export interface CheckReport {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

/** What the folder holds, for people or, with `json`, one JSON object as the last line. */
export function check(folder: string, json: boolean): CheckReport {
  const result = checkPack(folder);
  const sound = result.faults.length === 0;
  return { lines: json ? [jsonLine(folder, result)] : tableOf(folder, result), sound };
}

function jsonLine(folder: string, { pack, faults, tables }: PackCheck): string {
  return JSON.stringify({ folder, country: pack?.country, version: pack?.version, faults, tables });
}

function tableOf(folder: string, { pack, faults, tables }: PackCheck): string[] {
  if (!pack) return [...faultTable(faults), `${folder}: ${faults.length} fault(s)`];
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  const rows = tables.map(({ name, rows, illustrative }) => [name, String(rows), share(illustrative, rows)]);
  const last = `${folder}: ${pack.country} ${pack.version}, ${total} rows, no fault`;
  return [...table(['table', 'rows', 'illustrative'], rows), last];
}

function faultTable(faults: readonly Fault[]): string[] {
  const rows = faults.map(({ file, row, field, message }) => [file, String(row ?? ''), field ?? '', message]);
  return table(['file', 'row', 'field', 'what is wrong'], rows);
}

function share(part: number, whole: number): string {
  return whole ? `${((100 * part) / whole).toFixed(1)} %` : '';
}

import type { CountryPack } from '@tonggwan/country-pack';
import type { Debts } from '../summary/debts';
import { STATUSES } from '@tonggwan/contracts';
import type { Summary } from '../summary/summary';
import { table } from '../terminal/table';

/** What became of all declarations, as tables for people. */
export function standingReport(
  { lodged, status, outstanding, channels }: Summary,
  pack: CountryPack,
): string {
  const [language = 'en'] = pack.languages;
  const statuses = STATUSES.filter((name) => status[name] > 0).map((name) => [
    name,
    pack.stateName(name, language),
    String(status[name]),
    share(status[name], lodged),
  ]);
  const screened = Object.values(channels).reduce((sum, n) => sum + n, 0);
  const ofChannels = Object.entries(channels).map(([name, n]) => [name, String(n), share(n, screened)]);
  const open = Object.entries(outstanding).filter(([, n]) => n > 0);
  return [
    heading(`${lodged} declarations, and where they stand`),
    table(
      [{ name: 'status' }, { name: '' }, { name: 'n', isNumber: true }, { name: '', isNumber: true }],
      statuses,
    ),
    heading('What is still missing'),
    table(
      [{ name: 'condition' }, { name: 'n', isNumber: true }],
      open.map(([name, n]) => [name, String(n)]),
    ),
    heading('Channels'),
    table([{ name: 'channel' }, { name: 'n', isNumber: true }, { name: '', isNumber: true }], ofChannels),
  ].join('\n');
}

/** What importers were charged, the largest debts first. */
export function debtReport({ total, largest }: Debts, currency: string): string {
  const rows = largest.map(({ importer, declarations, charged, owed }) => [
    importer,
    String(declarations),
    grouped(charged),
    grouped(owed),
  ]);
  const sum = [
    `all ${total.importers}`,
    String(total.declarations),
    grouped(total.charged),
    grouped(total.owed),
  ];
  const columns = [
    { name: 'importer' },
    { name: 'declarations', isNumber: true },
    { name: 'charged', isNumber: true },
    { name: 'still owed', isNumber: true },
  ];
  return [heading(`Duty and taxes by importer, ${currency}`), table(columns, [...rows, sum])].join('\n');
}

export function heading(text: string): string {
  return `\n${text}\n`;
}

function share(part: number, whole: number): string {
  return whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '';
}

/** Thousands apart: 12,345,678.90. */
function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

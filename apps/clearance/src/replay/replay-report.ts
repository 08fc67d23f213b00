import { STATUSES } from '@tonggwan/contracts';
import type { Summary } from '../summary/summary';
import { table } from '../terminal/table';
import type { Tallies } from './tallies';

const REFUSALS_SHOWN = 20;

/** What became of the files, for people. */
export function tallyReport(
  { lodged, status, ledgerSum }: Summary,
  { rejectedBy, held, belowSmallest, byRateClass }: Tallies,
  refusals: readonly string[],
): string {
  const number = (name: string) => ({ name, isNumber: true });
  const statuses = STATUSES.filter((name) => status[name] > 0).map((name) => [name, String(status[name])]);
  const codes = Object.entries(rejectedBy).map(([code, n]) => [code, String(n)]);
  const classes = Object.entries(byRateClass).map(([name, { declarations, duty, vat }]) => [
    name,
    String(declarations),
    duty,
    vat,
  ]);
  const shown = refusals.slice(0, REFUSALS_SHOWN);
  return [
    `\n${lodged} declarations, ${held} held, ${belowSmallest} with nothing to collect, ledger sum ${ledgerSum}\n`,
    table([{ name: 'status' }, number('n')], statuses),
    ...(codes.length > 0 ? ['', table([{ name: 'rejected by' }, number('n')], codes)] : []),
    '',
    table([{ name: 'rate class' }, number('declarations'), number('duty'), number('VAT')], classes),
    ...(shown.length > 0 ? [`\n${refusals.length} messages were not taken:`, ...shown] : []),
  ].join('\n');
}

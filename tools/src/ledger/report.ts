import { table } from '../pack/table';
import type { LedgerReport } from './verify-ledger';

/** What was found, for people or, with `json`, one JSON object as the last line. */
export function reportLines(report: LedgerReport, json: boolean): string[] {
  const { transfers, postings, sum, faults, balances } = report;
  if (json) return [JSON.stringify({ transfers, postings, sum, faults })];
  const rows = balances.map(({ account, balance }) => [account, balance]);
  const verdict = faults.length === 0 ? 'no fault' : `${faults.length} fault(s)`;
  return [
    ...table(['account', 'balance in smallest coins'], rows),
    ...faults,
    `${transfers} transfers, ${postings} postings, sum ${sum}: ${verdict}`,
  ];
}

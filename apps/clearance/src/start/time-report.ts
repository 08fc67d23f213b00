import type { ApiClient } from '../client/api-client';
import { table } from '../terminal/table';
import { duration } from './duration';
import { heading } from './report';

interface Row {
  readonly step: string;
  readonly owner?: string;
  readonly channel?: string;
  readonly n: number;
  readonly unfinished: number;
  readonly median?: number;
  readonly p90?: number;
  readonly most?: number;
}

interface Figures {
  readonly rows: readonly Row[];
  readonly machine: { readonly n: number; readonly p50?: number; readonly p99?: number };
}

const COLUMNS = [
  { name: 'channel' },
  { name: 'step' },
  { name: 'who acts' },
  { name: 'done', isNumber: true },
  { name: 'in it now', isNumber: true },
  { name: 'median', isNumber: true },
  { name: '9 of 10 within', isNumber: true },
  { name: 'longest', isNumber: true },
];

/** How long each step took, for whom, in the office's time; beside it the system's own time, which nobody has scaled. */
export async function timeReport(officer: ApiClient): Promise<string> {
  const { rows, machine } = await officer.get<Figures>('/time-release?by=step,channel');
  const cells = rows
    .filter(({ n, unfinished }) => n + unfinished > 0)
    .map(({ channel, step, owner, n, unfinished, median, p90, most }) => [
      ...[channel || '(none)', step, owner ?? '', String(n), String(unfinished)],
      ...[median, p90, most].map(duration),
    ]);
  const own =
    machine.p50 === undefined
      ? ''
      : `\n  The system itself, by the clock on the wall, where nobody else was waited for: ` +
        `median ${Math.round(machine.p50)} ms, 99 of 100 within ${Math.round(machine.p99 ?? 0)} ms (n ${machine.n})`;
  return [
    heading("Clearance times by channel and step, in the simulated office's time"),
    table(COLUMNS, cells),
    own,
  ].join('\n');
}

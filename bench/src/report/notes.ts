import type { Figures } from '../measure/figures';

/** What the table has no column for: how a row stands to the one that it differs from in one thing, and what was seen beside. */
export function notes(rows: readonly Figures[]): readonly string[] {
  const lines = rows.flatMap((row) => [
    ...besideNote(row, rows),
    ...lookupNote(row),
    ...sharingNote(row),
    ...killNote(row),
  ]);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function besideNote(row: Figures, rows: readonly Figures[]): string[] {
  const other = rows.find(({ name }) => name === row.beside);
  if (!other) return [];
  const share = (of: (figures: Figures) => number): string => percent(of(row) / of(other));
  const rate = share(({ perSecond }) => perSecond);
  const p99 = share(({ p99Ms }) => p99Ms);
  const cpu = share(({ cpuMsPerDeclaration }) => cpuMsPerDeclaration);
  const statements = share(({ statementsPerDeclaration }) => statementsPerDeclaration);
  return [
    `${row.name}: ${rate} of the rate of ${other.name}, ${p99} of its p99, ${cpu} of its CPU and ${statements} of its statements for each declaration`,
  ];
}

function lookupNote({ name, lookups }: Figures): string[] {
  if (!lookups) return [];
  const { perSecond, p50Ms, p99Ms } = lookups;
  const waits = `p50 ${p50Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms`;
  return [`${name}: ${perSecond.toFixed(0)} look-ups answered a second, ${waits}`];
}

function sharingNote({ name, eventsByProcess, lanesInOrder }: Figures): string[] {
  if (!eventsByProcess) return [];
  const events = eventsByProcess.reduce((sum, count) => sum + count, 0);
  const shares = eventsByProcess.map((count) => percent(count / events)).join(', ');
  return [
    `${name}: ${events} events taken, by each process that still runs ${shares}; ${lanesInOrder} steps of lanes in order`,
  ];
}

function killNote({ name, killed = [] }: Figures): string[] {
  return killed.map(({ lanes, lanesSeconds, rateSeconds }) => {
    const again =
      rateSeconds === null ? 'not again within the turn' : `again after ${rateSeconds.toFixed(1)} s`;
    return `${name}: ${lanes} lanes of the killed process all had an owner again after ${lanesSeconds.toFixed(1)} s, releases came at their rate ${again}`;
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

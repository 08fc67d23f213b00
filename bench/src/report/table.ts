import { shortened } from '../contents/contents';
import type { Figures } from '../measure/figures';
import { grid } from './grid';
import { notes } from './notes';

const COLUMNS: readonly (readonly [title: string, text: (figures: Figures) => string])[] = [
  ['row', ({ name }) => name],
  ['lodged/s', ({ lodged, seconds }) => (lodged / seconds).toFixed(0)],
  ['released/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['items/s', ({ itemsPerSecond }) => itemsPerSecond.toFixed(0)],
  ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(0)],
  ['p99 ms', ({ p99Ms }) => p99Ms.toFixed(0)],
  ['p99.9 ms', ({ p999Ms }) => p999Ms.toFixed(0)],
  ['CPU ms', ({ cpuMsPerDeclaration }) => cpuMsPerDeclaration.toFixed(2)],
  ['node', ({ cpuMsByProgram }) => cpuMsByProgram.system.toFixed(2)],
  ['postgres', ({ cpuMsByProgram }) => cpuMsByProgram.postgres.toFixed(2)],
  ['kafka', ({ cpuMsByProgram }) => cpuMsByProgram.kafka.toFixed(2)],
  ['loader', ({ cpuMsByProgram }) => cpuMsByProgram.loader.toFixed(2)],
  ['statements', ({ statementsPerDeclaration }) => known(statementsPerDeclaration)],
  ['commits', ({ transactionsPerDeclaration }) => transactionsPerDeclaration.toFixed(2)],
  ['WAL KiB', ({ walBytesPerDeclaration }) => (walBytesPerDeclaration / 1_024).toFixed(1)],
  ['stored KiB', ({ storedBytesPerDeclaration }) => (storedBytesPerDeclaration / 1_024).toFixed(1)],
  ['fsyncs', ({ walSyncsPerDeclaration }) => walSyncsPerDeclaration.toFixed(2)],
  ['event KiB', ({ largestEventBytes: bytes }) => (bytes ? (bytes / 1_024).toFixed(1) : '')],
  ['memory MB', ({ peakMemoryMB }) => peakMemoryMB.toFixed(0)],
  ['contents', contentsText],
];

/** A row that has not released every content has none that can be compared. */
function contentsText({ contents, contentHash, templates }: Figures): string {
  return contentHash ? shortened(contentHash) : `${contents} of ${templates}`;
}

/** Empty where it was not counted. */
function known(count: number): string {
  return Number.isNaN(count) ? '' : count.toFixed(2);
}

const LEGEND = `From the request to the commit of the release; CPU, statements, commits and WAL for each declaration released.
CPU ms is the system with its database and broker; the loader's is beside it. Statements are all that the system sends,
begin and commit included. Stored is by how much the database grew, fsyncs are those of the WAL. Event KiB is the largest event in any log of the product. Memory is the most that all processes but the loader had at once, what they share counted once.
Contents are a hash over the final business rows of what was released, the same for all rows or the command fails.
Where lodged and released are far apart the row was not steady yet: give it more --seconds.`;

export function table(rows: readonly Figures[]): string {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, text]) => text(row)))];
  return [grid(cells), ...notes(rows), LEGEND].join('\n\n');
}

/**
 * With three digits after the point at most, as JSON.
 * @param rate declarations a second, where they were asked for
 */
export function json(rows: readonly Figures[], rate: number | undefined): string {
  return JSON.stringify({ rate, rows }, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value,
  );
}

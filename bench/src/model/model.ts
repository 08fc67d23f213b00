import { BUCKETS } from '@tonggwan/messaging';
import { grid } from '../report/grid';
import { costsIn } from './costs-in';
import { type Cost, FULL, limitsOf, needAt } from './need';

/** Means over a year, a second: UNI-PASS (430 million a year), the parcels of the whole EU in 2025, and some ten times that. */
const ADMINISTRATIONS = [
  ['UNI-PASS', 13.6],
  ['the whole EU', 180],
  ['ten times that', 2_000],
] as const;
/** Large, and to be had. */
const PRIMARY_CORES = 64;

/** What those need, by the figures of a result. @param text what a run with --json has printed */
export function model(text: string): string {
  const costs = costsIn(text);
  return [grid([HEAD, ...costs.flatMap(linesOf)]), ...costs.map(limitsText), LEGEND].join('\n\n');
}

const HEAD = [
  ...['row', 'declarations/s', '', 'cores', 'of it PostgreSQL', 'processes', 'a bucket/s'],
  ...['WAL MiB/s', 'fsyncs/s', 'GiB a day', 'TiB a year', 'is'],
];

function linesOf(cost: Cost): string[][] {
  return ADMINISTRATIONS.map(([who, rate]) => {
    const need = needAt(rate, cost, BUCKETS);
    return [
      ...[cost.name, String(rate), who, need.cores.toFixed(1), need.postgresCores.toFixed(1)],
      ...[String(need.processes), need.perBucket.toFixed(1), need.walMiBPerSecond.toFixed(1)],
      ...[need.walSyncsPerSecond.toFixed(0), need.storedGiBPerDay.toFixed(0)],
      ...[
        need.storedTiBPerYear.toFixed(1),
        rate <= cost.perSecond ? 'within what was measured' : 'extrapolated',
      ],
    ];
  });
}

function limitsText(cost: Cost): string {
  const limits = limitsOf(cost, BUCKETS, PRIMARY_CORES);
  return `${cost.name} meets ${limits.map(([limit, rate]) => `${limit} at ${rate.toFixed(0)}`).join('; ')} declarations a second.`;
}

const LEGEND = `In proportion to what one declaration used where it was measured, cores and processes ${100 * FULL} % full. Beyond the rate that was
measured nothing is known: that costs stay as they are when there are more processes is an assumption.`;

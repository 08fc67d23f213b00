import { inOrder, latest, type Moment, type MomentName } from './moment';
import { closingOf, startOf } from './span';
import { type Owner, precedence, type Step, STEP_OWNERS } from './steps';
import { type Wait, waitsOf } from './waits';

/** A stretch of a declaration's life and whoever had to act in it. */
export interface Interval {
  readonly step: Step;
  readonly owner: Owner;
  /** Milliseconds since 1970, as are all instants here. */
  readonly from: number;
  readonly to: number;
  readonly milliseconds: number;
}

/** What the machine had to do up to a moment, where nobody else was waited for. */
const MACHINE_STEPS: Partial<Record<MomentName, Step>> = {
  registered: 'acceptance',
  accepted: 'acceptance',
  rejected: 'acceptance',
  screened: 'screening',
  assessed: 'assessment',
  held: 'assessment',
  noticed: 'securing',
  secured: 'securing',
  'control-opened': 'case-opening',
  'hold-opened': 'case-opening',
  released: 'release',
  refused: 'release',
  cancelled: 'cancellation',
};
const MACHINE_MOMENTS = Object.keys(MACHINE_STEPS);

/**
 * The life of a declaration in one line, each stretch with one owner; the stretches follow each other without gap or
 * overlap, so they sum to the whole.
 *
 * Parallel waits: the goods went when the last thing was done, so the time belongs to the wait that was over last, from
 * its beginning; from there back to the one that was over last before it began, and so on to the start (the critical
 * path, as the Time Release Study asks for where the time went). To have hurried any other wait would have brought the
 * release no nearer. Of waits that are over at one instant, or are all still open, the owner who comes first in
 * {@link OWNERS} has it. Where nobody is waited for the time is the system's.
 *
 * @param now the end of an unfinished life; without it such a life is told up to its last moment
 */
export function intervalsOf(moments: readonly Moment[], now?: number): Interval[] {
  const start = startOf(moments);
  if (start === undefined) return [];
  const { clearedAt, released, goneAt } = closingOf(moments);
  const until = Math.max(now ?? start, ...moments.map(({ at }) => at));
  const clearance = pathOf(moments, start, clearedAt ?? until);
  if (!released || clearedAt === undefined) return clearance;
  const gone = goneAt ?? until;
  return gone > clearedAt ? [...clearance, intervalOf('removal', clearedAt, gone)] : clearance;
}

function pathOf(moments: readonly Moment[], start: number, end: number): Interval[] {
  const waits = waitsOf(moments).map((wait) => ({ ...wait, to: Math.min(wait.to ?? end, end) }));
  const path: Interval[] = [];
  let at = end;
  while (at > start) {
    const wait = lastOver(waits, at);
    const from = Math.max(wait?.to ?? start, start);
    path.unshift(...machineWork(moments, from, at));
    if (!wait) break;
    if (wait.to > start) path.unshift(intervalOf(wait.step, Math.max(wait.from, start), from));
    at = Math.max(wait.from, start);
  }
  return path;
}

/** The wait that was over last, not after this instant. */
function lastOver<Ended extends Required<Wait>>(waits: readonly Ended[], at: number): Ended | undefined {
  let last: Ended | undefined;
  for (const wait of waits) {
    if (wait.to > at || wait.from >= wait.to) continue;
    const isLater = !last || wait.to > last.to;
    if (isLater || (wait.to === last!.to && precedence(wait.step) < precedence(last!.step))) last = wait;
  }
  return last;
}

/** Stretches without a wait, cut where the machine said something. */
function machineWork(moments: readonly Moment[], from: number, to: number): Interval[] {
  const work: Interval[] = [];
  let begin = from;
  const said = inOrder(moments, MACHINE_MOMENTS);
  for (const { name, at } of said) {
    if (at <= begin || at > to) continue;
    const step = MACHINE_STEPS[name]!;
    work.push(intervalOf(step === 'release' ? stepWithoutWait(moments) : step, begin, at));
    begin = at;
  }
  return begin < to ? [...work, intervalOf(stepWithoutWait(moments), begin, to)] : work;
}

/**
 * Whose turn it is where no wait is open: the machine's, to accept or to release. But an agency whose permission the
 * release asks for says nothing to the log, so what nobody else explains is its.
 */
export function stepWithoutWait(moments: readonly Moment[]): Step {
  const conditions = latest(moments, 'conditions');
  if (!conditions) return 'acceptance';
  return conditions.includes('agency') ? 'agency' : 'release';
}

function intervalOf(step: Step, from: number, to: number): Interval {
  return { step, owner: STEP_OWNERS[step], from, to, milliseconds: to - from };
}

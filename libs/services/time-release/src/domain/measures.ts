import { intervalsOf, stepWithoutWait } from './intervals';
import type { Moment } from './moment';
import { closingOf, hasNoGoods, startOf } from './span';
import { type Measure, precedence, type Step } from './steps';
import { waitsOf } from './waits';

/** What a life adds to the statistics: milliseconds for what is over, names for what is not. */
export interface Measures {
  readonly durations: Readonly<Partial<Record<Measure, number>>>;
  readonly unfinished: readonly Measure[];
}

/**
 * A step counts once the release (or another end) is known, since only then it is known which wait it was that everything
 * else waited for; until then the declaration counts as unfinished in the step that it waits in.
 */
export function measuresOf(moments: readonly Moment[]): Measures {
  const { clearedAt, released, goneAt } = closingOf(moments);
  const start = startOf(moments);
  if (start === undefined) return { durations: {}, unfinished: [] };
  if (clearedAt === undefined) return { durations: {}, unfinished: waitingIn(moments) };
  const durations: Partial<Record<Measure, number>> = {};
  for (const { step, milliseconds } of intervalsOf(moments)) {
    if (step === 'removal' && goneAt === undefined) continue;
    durations[step] = (durations[step] ?? 0) + milliseconds;
  }
  if (!released) return { durations, unfinished: [] };
  durations['until-release'] = clearedAt - start;
  if (goneAt === undefined) return { durations, unfinished: ['removal', 'until-removal'] };
  durations['until-removal'] = Math.max(goneAt, clearedAt) - start;
  return { durations, unfinished: [] };
}

/** The step that is waited in now: of several the one whose owner takes precedence. */
export function stepNow(moments: readonly Moment[]): Step | undefined {
  const { clearedAt, released, goneAt } = closingOf(moments);
  if (clearedAt !== undefined) return released && goneAt === undefined ? 'removal' : undefined;
  const open = waitsOf(moments).filter(({ to }) => to === undefined);
  const [first] = open.sort((one, other) => precedence(one.step) - precedence(other.step));
  return first?.step ?? stepWithoutWait(moments);
}

function waitingIn(moments: readonly Moment[]): Measure[] {
  const step = stepNow(moments);
  const wholes: Measure[] = hasNoGoods(moments) ? [] : ['until-release', 'until-removal'];
  return step ? [step, ...wholes] : wholes;
}

import { rateBetween, recoverySeconds } from '@tonggwan/bench';

/** When things came, in milliseconds of the epoch and in order. */
export interface Course {
  readonly accepted: readonly number[];
  readonly released: readonly number[];
  /** The undisturbed stretch, the trouble. */
  readonly before: Stretch;
  readonly trouble: Stretch;
}

/** In milliseconds of the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Ratios {
  readonly recoverySeconds: number | null;
  readonly goodputRatio: number;
  readonly intakeRatio: number;
  readonly drainRatio: number | null;
}

/** What is on its way in ordinary times. */
const BEHIND_SECONDS = 2;

/**
 * Goodput is of what could be released of what was brought: an undisturbed stretch that was slow would make it look better.
 * @param rate what was brought in a second @param peak the measure of goodput, if not that
 */
export function ratiosOf(course: Course, rate: number, peak = rate * releasable(course)): Ratios {
  const { accepted, released, before, trouble } = course;
  const undisturbed = rateBetween(released, before.from, before.to);
  const recovery = recoverySeconds(released, trouble.to, undisturbed);
  return {
    recoverySeconds: recovery ?? null,
    goodputRatio: rateBetween(released, trouble.from, trouble.to) / peak,
    intakeRatio: rateBetween(accepted, trouble.from, trouble.to) / rate,
    drainRatio: recovery === undefined ? null : drainRatio(course, trouble.to + 1_000 * recovery, rate),
  };
}

/** How fast what had piled up went, beside what was brought. */
function drainRatio(course: Course, since: number, rate: number): number | null {
  const { accepted, released } = course;
  const share = releasable(course);
  const behindAt = (at: number): number =>
    share * accepted.filter((when) => when < at).length - released.filter((when) => when < at).length;
  const isThrough = (at: number): boolean => behindAt(at) <= BEHIND_SECONDS * rate;
  if (isThrough(since)) return null;
  const through = released.filter((at) => at > since).find(isThrough);
  return through === undefined ? 0 : rateBetween(released, since, through) / rate;
}

/** Some are rejected or go to an officer: the same share of any that are taken will never be released. */
function releasable({ accepted, released }: Course): number {
  return released.length / accepted.length;
}

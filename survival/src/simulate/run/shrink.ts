import type { Outcome } from './run-seed';
import type { FaultName } from '../world/fate';

const TRIES_MAX = 150;
/** Runs that never come to rest are slow, and need no shrinking to be understood. */
const MS_MAX = 15_000;

/**
 * The fewest faults with which a seed still fails, as far as leaving some out can tell: halves first, then ever smaller
 * parts (delta debugging, after Zeller and Hildebrandt).
 * @param run runs the seed with these faults and no others
 */
export async function shrunk(
  failing: Outcome,
  run: (only: ReadonlySet<FaultName>) => Promise<Outcome>,
): Promise<Outcome> {
  let best = failing;
  let tries = 0;
  const until = performance.now() + MS_MAX;
  const isWorthIt = (): boolean => tries < TRIES_MAX && performance.now() < until;
  for (let parts = 2; best.faults.length > 0 && isWorthIt();) {
    const size = Math.ceil(best.faults.length / parts);
    let smaller: Outcome | undefined;
    for (let from = 0; from < best.faults.length && !smaller && isWorthIt(); from += size, tries += 1) {
      const rest = best.faults.filter((_, index) => index < from || index >= from + size);
      const outcome = await run(new Set(rest));
      if (outcome.violations.length > 0 && outcome.faults.length < best.faults.length) smaller = outcome;
    }
    if (smaller) [best, parts] = [smaller, Math.max(2, parts - 1)];
    else if (size === 1) break;
    else parts = Math.min(best.faults.length, parts * 2);
  }
  return best;
}

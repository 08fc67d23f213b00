import { rateBetween } from '@tonggwan/bench';

/** Long enough that a pause of some process shows, and is not all that shows. */
const WINDOW_MS = 5_000;
/** Of what comes, as much is released as can be: some are rejected, some go to an officer. */
const KEEPS_UP = 0.85;
/** Beyond this, what had piled up is being made good. */
const CATCHES_UP = 1.02;

/**
 * Whether as much is released as comes: processes that have just begun leave some lying, and make it good once they are warm.
 * Neither is what an undisturbed system does.
 * @param accepted @param released when, in milliseconds of the epoch
 */
export function isSteady(accepted: readonly number[], released: readonly number[], at: number): boolean {
  const share = rateBetween(released, at - WINDOW_MS, at) / rateBetween(accepted, at - WINDOW_MS, at);
  return share >= KEEPS_UP && share <= CATCHES_UP;
}

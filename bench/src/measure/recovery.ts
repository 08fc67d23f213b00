/** How wide a stretch is over which a rate is taken, so that batches do not show as silence. */
const WINDOW_MS = 2_000;
/** Of the rate before: back to normal. */
const NORMAL = 0.8;

/** @returns releases a second from one instant to another */
export function rateBetween(releases: readonly number[], from: number, to: number): number {
  const within = releases.filter((at) => at >= from && at < to).length;
  return (1_000 * within) / (to - from);
}

/**
 * Seconds from an instant until releases come at four fifths of the rate before at least, taken over two seconds.
 * @returns undefined where they never do
 */
export function recoverySeconds(
  releases: readonly number[],
  since: number,
  before: number,
): number | undefined {
  const starts = [since, ...releases.filter((at) => at > since)];
  const back = starts.find((at) => rateBetween(releases, at, at + WINDOW_MS) >= NORMAL * before);
  return back === undefined ? undefined : (back - since) / 1_000;
}

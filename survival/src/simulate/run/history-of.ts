import type { Appended } from '@tonggwan/messaging';
import { groupedBy } from '../check/evidence';
import type { World } from '../world/world';

type Said = Appended[number];

/** What the logs have come to. */
interface History {
  readonly events: readonly Said[];
  /** What a service had said before it was set back. */
  readonly lost: readonly Said[];
  /** What of that it has not said again. */
  readonly forked: readonly Said[];
}

/**
 * All logs as they are in the end, in the order in which everything was said first: what a service says again after it was
 * set back stands where it had said it before, since others have heard it there.
 */
export async function historyOf(world: World): Promise<History> {
  const epochs = await world.log.epochs(world.services.map(({ name }) => name));
  const isGone = ({ source, epoch, bucket, position }: Said): boolean => {
    const life = epochs.get(source)!.at(-1)!;
    return epoch < life.epoch && position >= life.firsts[bucket]!;
  };
  const lost = world.history.filter(isGone);
  const gone = groupedBy(lost, saying);
  const again = groupedBy(
    world.history.filter(({ epoch }) => epoch > 1),
    saying,
  );
  // Whoever decides again may pass over what came first, and comes to the same end.
  const placeOf = new Map<Said, Said>();
  for (const [said, times] of gone) {
    const repeats = again.get(said) ?? [];
    const count = Math.min(times.length, repeats.length);
    for (let last = 1; last <= count; last += 1) placeOf.set(times.at(-last)!, repeats.at(-last)!);
  }
  const events = new Set(
    world.history.flatMap((event) => (isGone(event) ? (placeOf.get(event) ?? []) : [event])),
  );
  return { events: [...events], lost, forked: lost.filter((event) => !placeOf.has(event)) };
}

function saying({ source, key, type, data }: Said): string {
  const { version } = JSON.parse(data) as { version: number };
  return [source, key, type, version].join(' ');
}

import type { Appended } from '@tonggwan/messaging';
import type { World } from '../world/world';

type Said = Appended[number];

/** What the logs have come to. */
interface History {
  readonly events: readonly Said[];
  /** What a service had said before it was set back, and has not said again. */
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
  const repeats = new Map<string, Said[]>();
  for (const event of world.history) {
    if (event.epoch === 1) continue;
    repeats.set(saying(event), [...(repeats.get(saying(event)) ?? []), event]);
  }
  const events = new Set<Said>();
  const forked: Said[] = [];
  for (const event of world.history) {
    if (!isGone(event)) events.add(event);
    else {
      const again = repeats.get(saying(event))?.shift();
      if (again) events.add(again);
      else forked.push(event);
    }
  }
  return { events: [...events], forked };
}

function saying({ source, key, type, data }: Said): string {
  const { version } = JSON.parse(data) as { version: number };
  return [source, key, type, version].join(' ');
}

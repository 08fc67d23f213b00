import type { Door } from '@tonggwan/clearance';
import type { Finished } from '../measure/finished';
import type { Work } from '../measure/measure';
import type { Loader } from './loader';
import { openLoop, saturating } from './pace';

const DRAIN_SECONDS_MAX = 60;

/** How a row lodges. */
export interface Manner {
  /** Declarations in a request. */
  readonly together: number;
  readonly connections: number;
  /** At saturation so many declarations are under way, lodged and not finished. */
  readonly underWay: number;
}

export interface Lodged extends Pick<Work, 'client' | 'releases'> {
  readonly manner: Manner;
  readonly rate?: number;
  readonly child: Pick<Work, 'statements'>;
}

interface Means {
  readonly door: Pick<Door, 'close'>;
  readonly loader: Loader;
  readonly finished: Finished;
}

/** Lodges until it is told to finish, at a rate or as many as there is room for. */
export function underLoad(
  { manner, rate, child, client, releases }: Lodged,
  { door, loader, finished }: Means,
): Work {
  const pace = rate
    ? openLoop((1_000 * manner.together) / rate)
    : saturating(() => loader.good - finished.count < manner.underWay);
  const running = loader.run(pace, manner.connections);
  return {
    client,
    releases,
    running,
    isWarm: () => rate !== undefined || finished.count >= manner.underWay,
    statements: () => child.statements(),
    stop: () => pace.stop(),
    arrivals: () => Promise.resolve(loader.arrivals),
    finish: async () => {
      pace.stop();
      await running;
      await finished.reach(loader.good, DRAIN_SECONDS_MAX);
      door.close();
    },
  };
}

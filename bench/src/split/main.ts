import { startSplit, WALL_TIME } from '@tonggwan/clearance';
import type { SplitOrder, SplitReady } from '../system/order';
import { serveParent } from '../system/serve-parent';

/** One process for each service below this one, as `npm start -- --kafka` has them. */
serveParent<SplitOrder>(async (order) => {
  const system = await startSplit({ ...order, port: 0, time: WALL_TIME });
  const { url, tokens, databaseUrl } = system;
  return { ready: { url, tokens, databaseUrl } satisfies SplitReady, close: () => system.close() };
});

import { startOrdered } from './all-in-one';
import type { SystemOrder } from './order';
import { serveParent } from './serve-parent';

serveParent<SystemOrder>(async (order) => {
  const { url, tokens, close } = await startOrdered(order);
  return { ready: { url, tokens }, close };
});

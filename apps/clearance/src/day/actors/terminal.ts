import type { Office } from '../office';
import { HOUR } from '../plan/working-day';

/** Goods that came longer ago than this were reported before the day began. */
const LOOK_AHEAD_MS = HOUR;

/** The terminal reports goods when they come, whether or not anybody has declared them yet. */
export async function reportArrivals({ plan, errands, as }: Office): Promise<void> {
  const arrivals = Array.from({ length: plan.sample }, (_, index) => {
    const { arrivesAt, transportDocument } = plan.declaration(index);
    return { arrivesAt, transportDocument };
  })
    .filter(({ arrivesAt }) => arrivesAt <= plan.hours.ends)
    .sort((one, other) => one.arrivesAt - other.arrivesAt);
  for (const { arrivesAt, transportDocument } of arrivals) {
    await errands.until(arrivesAt - LOOK_AHEAD_MS);
    const at = new Date(arrivesAt).toISOString();
    errands.at(arrivesAt, async () => void (await as.terminal.post('/arrivals', { transportDocument, at })));
  }
}

/** Somebody comes for released goods. */
export async function remove({ as }: Office, transportDocument: string): Promise<void> {
  await as.terminal.post('/removals', { transportDocument });
}

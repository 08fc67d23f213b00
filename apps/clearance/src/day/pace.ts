import { sleep } from '@tonggwan/messaging';
import { eventsBehind } from '../summary/quiet';
import { withDatabase } from '../summary/summary';
import type { OfficeTime } from '../system/office-time';
import type { Errands } from './errands';

const LOOK_MS = 200;
/** More than this is not on its way but waiting: events between the services, and errands of the people. */
const MOST = { events: 3_000, errands: 100 };

/** Lets the office's clock stand still while the machine has more to do than it should at that hour, until the day is over. */
export async function keepPace(databaseUrl: string, time: OfficeTime, errands: Errands): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    while (!errands.isOver) {
      const behind = await eventsBehind(client);
      time.waitFor(behind > MOST.events || errands.overdue > MOST.errands);
      await sleep(LOOK_MS);
    }
  });
}

import { withDatabase } from '@tonggwan/clearance';
import { bucketOf } from '@tonggwan/messaging';
import { randomUUID } from 'node:crypto';
import { type Scenario, split } from '../scenario';
import { again } from './again';

const SHARE = 0.03;

/** As an owner appends: gapless, the counter held until commit. */
const APPEND = `
  with place as (update gateway.bucket set next = next + 1 where bucket = $1 returning bucket, next - 1 as position, epoch)
  insert into gateway.outbox (bucket, position, epoch, key, type, data)
  select bucket, position, epoch, $2, 'LodgementReceived', $3 from place`;

/** What no service can take: no JSON, nothing in it, and the wrong kind of everything. */
const MALFORMED = [
  (id: string) => `{"declarationId":"${id}"`,
  (id: string) => `{"declarationId":"${id}"}`,
  (id: string) => `{"declarationId":"${id}","version":"one","party":[],"lrn":{},"declaration":7}`,
];

export const poison: Scenario = {
  name: 'poison',
  does: 'puts malformed events into the log of the gateway, three for every hundred that are lodged',
  mayBreak: true,
  goals: { goodputRatio: 0.95 },
  open: split(async ({ site, seconds, rate, poisoned }) => {
    const url = await site.databaseUrl();
    await withDatabase(url, (client) =>
      again(seconds, 1_000 / (SHARE * rate), async () => {
        const id = randomUUID();
        const data = MALFORMED[poisoned.size % MALFORMED.length]!(id);
        await client.query(APPEND, [bucketOf(id), id, data]);
        poisoned.add(id);
      }),
    );
  }),
};

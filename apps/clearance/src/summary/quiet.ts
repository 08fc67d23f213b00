import { schemaOf, sleep } from '@tonggwan/messaging';
import type { Client } from 'pg';
import { SERVICES } from '../services';
import { sourcesOf } from './sources';
import { withDatabase } from './summary';

const LOOK_MS = 150;
/** No lane takes so long over a batch that nothing is heard of it. */
const STANDSTILL_MS_MAX = 60_000;

/**
 * Resolves when every lane has taken everything that its owners have said: what can happen without people has happened.
 * @param show is told how many events are still on their way
 * @throws Error when they become no fewer for a minute
 */
export async function untilQuiet(databaseUrl: string, show: (behind: number) => void): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    let last = { behind: Infinity, at: performance.now() };
    for (;;) {
      const behind = await eventsBehind(client);
      if (behind === 0) return;
      if (behind < last.behind) last = { behind, at: performance.now() };
      if (performance.now() - last.at > STANDSTILL_MS_MAX) {
        throw new Error(`${behind} events are not taken: look at the lanes with \`npm run log -- lanes\``);
      }
      show(behind);
      await sleep(LOOK_MS);
    }
  });
}

/** How many events are said and not yet heard, counted for each who should hear them. */
export async function eventsBehind(client: Client): Promise<number> {
  const { rows } = await client.query<{ behind: number }>(BEHIND);
  return rows[0]!.behind;
}

const ofEach = (select: (name: string, schema: string) => string): string =>
  SERVICES.map(({ name }) => select(name, schemaOf(name))).join(' union all ');

const HEARD = SERVICES.flatMap((service) =>
  sourcesOf(service).map((source) => `('${service.name}', '${source}')`),
).join(', ');

const BEHIND = `
  with head as (${ofEach((name, schema) => `select '${name}' source, bucket, next - 1 as head from ${schema}.bucket`)}),
    lane as (${ofEach((_, schema) => `select consumer, bucket, positions from ${schema}.lane`)})
  select coalesce(sum(head - coalesce((positions -> source ->> 'position')::bigint, 0)), 0)::int behind
  from lane join (values ${HEARD}) heard (consumer, source) using (consumer) join head using (source, bucket)`;

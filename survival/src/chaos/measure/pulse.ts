import { withDatabase } from '@tonggwan/clearance';

const RELEASES = `
  select extract(epoch from at)::float8 * 1000 as at from release.outbox
  where type = 'GoodsReleased' order by outbox.at`;

/** When goods were released, in milliseconds of the epoch and in order, as the log has it. */
export async function releasesIn(databaseUrl: string): Promise<readonly number[]> {
  const { rows } = await withDatabase(databaseUrl, (client) => client.query<{ at: number }>(RELEASES));
  return rows.map(({ at }) => at);
}

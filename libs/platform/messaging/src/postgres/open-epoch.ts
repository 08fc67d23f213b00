import type { Pool } from 'pg';
import type { Epoch, Sighting } from '../epoch/epoch';
import { DATABASE_IDENTITY } from './epoch-schema';
import { type Evidence, evidenceOf } from './epoch-evidence';
import { schemaOf } from './schema';

/**
 * Begins a new life of a service's log where it ends now, in the database where it is now. What carries it begins there too,
 * and readers who have seen more go back to there.
 * @param pool of a role that owns the log's tables
 * @param carried how far it was carried elsewhere: the new epoch is beyond every one that was seen
 */
export async function openEpoch(
  pool: Pool,
  service: string,
  carried: readonly Sighting[],
): Promise<Epoch & { readonly evidence: Evidence }> {
  const schema = schemaOf(service);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select from ${schema}.bucket order by bucket for update`);
    const evidence = await evidenceOf(client, service, carried);
    const { rows } = await client.query<{ epoch: number; firsts: readonly string[] }>(
      `insert into ${schema}.epoch (epoch, firsts, database)
       select greatest(max(epoch), $1::int) + 1, array_agg(next order by bucket), ${DATABASE_IDENTITY}
       from ${schema}.bucket returning epoch, firsts`,
      [Math.max(0, ...[...carried, ...evidence.ahead].map(({ epoch }) => epoch))],
    );
    const { epoch, firsts } = rows[0]!;
    await client.query(`update ${schema}.bucket set epoch = $1`, [epoch]);
    await client.query(
      `update ${schema}.mark set epoch = $1, position = next - 1 from ${schema}.bucket as counter
       where counter.bucket = mark.bucket`,
      [epoch],
    );
    await client.query('commit');
    client.release();
    return { epoch, firsts: firsts.map(Number), evidence };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

import { openDatabase } from '@tonggwan/service-host';
import { Pool } from 'pg';

/** Has this done on a system's database, wherever that is. */
export async function withPool(
  where: { url?: string; data?: string },
  work: (pool: Pool) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(where);
  const pool = new Pool({ connectionString: database.url, max: 2 });
  try {
    await work(pool);
  } finally {
    await pool.end();
    await database.close();
  }
}

import type { Pool } from 'pg';

/**
 * @throws Error when a commit may be lost in a crash: a reader would have seen a position that comes back with other content
 */
export async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const { fsync, commit } = rows[0]!;
  if (fsync !== 'on') throw new Error(`PostgreSQL has fsync ${fsync}: accepted declarations could be lost`);
  if (commit === 'off') throw new Error('PostgreSQL has synchronous_commit off: commits could be taken back');
}

import { hash32 } from '@tonggwan/kernel';
import type { Client } from 'pg';
import { ALL_BUCKETS } from '../bucket';
import { fairShare } from './fair-share';
import { KNOCKS } from './knock';

/** Keys of advisory locks are signed 32-bit numbers. */
const lockKey = (text: string): number => hash32(text) | 0;

const PING_MS = 3_000;

/** A host that has vanished must not hold a bucket for hours: three pings may be lost. */
const IDLE_SESSION_TIMEOUT = '10s';

/**
 * Which buckets of a line of work this process has: an advisory lock for each, on a session of its own. Every process
 * also holds a shared lock as a member, so that all can count themselves and nobody keeps more than a fair share.
 */
export class BucketOwnership {
  private readonly owned = new Set<number>();
  private readonly pinging: NodeJS.Timeout;

  private constructor(
    private readonly session: Client,
    private readonly work: string,
  ) {
    this.pinging = setInterval(() => void session.query('select 1').catch(() => undefined), PING_MS);
  }

  /**
   * @param onLost called when the session has ended, and everything that it held with it
   * @param onKnock called with each knock on this database
   */
  static async join(
    session: Client,
    work: string,
    onLost: () => void,
    onKnock: (knock: string) => void,
  ): Promise<BucketOwnership> {
    const ownership = new BucketOwnership(session, work);
    try {
      session.on('error', onLost).on('end', onLost);
      session.on('notification', ({ payload }) => onKnock(payload ?? ''));
      await session.query(`set idle_session_timeout = '${IDLE_SESSION_TIMEOUT}'`);
      await session.query(`listen ${KNOCKS}`);
      await session.query('select pg_advisory_lock_shared($1, 0)', [lockKey(`member ${work}`)]);
      return ownership;
    } catch (error) {
      await ownership.leave();
      throw error;
    }
  }

  get buckets(): ReadonlySet<number> {
    return this.owned;
  }

  /** How many buckets are this process's fair share among those that are there now: the first few have one more. */
  async fairShare(): Promise<number> {
    const { rows } = await this.session.query<{ members: number; before: number }>(
      `select count(distinct pid)::int as members,
              (count(distinct pid) filter (where pid < pg_backend_pid()))::int as before from pg_locks
       where locktype = 'advisory' and granted and classid = ($1::bigint & 4294967295)::oid and objid = 0
         and database = (select oid from pg_database where datname = current_database())`,
      [lockKey(`member ${this.work}`)],
    );
    const { members, before } = rows[0]!;
    return fairShare(members, before);
  }

  /** Takes free buckets up to a fair share; answers those that are new. */
  async acquire(share: number): Promise<readonly number[]> {
    const taken: number[] = [];
    for (const bucket of ALL_BUCKETS) {
      if (this.owned.size >= share) break;
      if (this.owned.has(bucket)) continue;
      const { rows } = await this.session.query<{ locked: boolean }>(
        'select pg_try_advisory_lock($1, $2) as locked',
        [lockKey(`lane ${this.work}`), bucket],
      );
      if (!rows[0]?.locked) continue;
      this.owned.add(bucket);
      taken.push(bucket);
    }
    return taken;
  }

  async release(bucket: number): Promise<void> {
    this.owned.delete(bucket);
    await this.session.query('select pg_advisory_unlock($1, $2)', [lockKey(`lane ${this.work}`), bucket]);
  }

  /** Ends the session, and everything that it holds with it. */
  async leave(): Promise<void> {
    clearInterval(this.pinging);
    await this.session.end().catch(() => undefined);
  }
}

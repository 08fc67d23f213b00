import type { Pool } from 'pg';
import { type Appended, Bell } from '../engine/bell';
import type { Sighting } from '../epoch/epoch';
import type {
  DeadLetter,
  LaneName,
  LaneRow,
  Mark,
  MarkMove,
  Positions,
  Store,
  StoreTransaction,
} from '../store/store';
import { opensPartition } from './append';
import { Knock } from './knock';
import { LogGuard, seeBehind } from './log-guard';
import { letterOf, LETTER_COLUMNS, type LetterRow } from './letters';
import { moveMarksSentence } from './mark-sentences';
import { PostgresSession } from './postgres-session';
import { PostgresTransaction } from './postgres-transaction';

interface StoredLane {
  readonly version: string;
  readonly positions: Positions;
  readonly running: boolean;
  readonly attempt: LaneRow['attempt'] | null;
}

/** One service's schema in PostgreSQL. Sentences are prepared once for each connection and take arrays: one plan for all sizes. */
export class PostgresStore implements Store {
  readonly guard: LogGuard;
  private readonly knock: Knock;

  constructor(
    readonly service: string,
    readonly schema: string,
    private readonly pool: Pool,
    /** Rung after the commit of each append, so that readers in this process need not wait for their next look. */
    private readonly bell = new Bell(),
  ) {
    this.guard = new LogGuard(pool, service, () => bell.recent.forget(service));
    this.knock = new Knock(pool, bell, service);
  }

  async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result> | Result): Promise<Result> {
    const session = await PostgresSession.open(this.pool);
    const transaction = new PostgresTransaction(session, this);
    try {
      await seeBehind(session, this.pool);
      // Waited for: what went out behind a beginning that failed would be committed by itself.
      await session.query('begin');
      const result = await work(transaction);
      await transaction.commit();
      for (const { store, appended } of transaction.parts) store.tell(appended);
      return result;
    } catch (error) {
      await session.rollBack();
      // The outcome may be unknown: who looks in vain has lost nothing.
      if (transaction.parts.some(({ appended }) => appended.length > 0)) this.bell.ring();
      throw error;
    } finally {
      session.end();
    }
  }

  /** Whether one transaction can be on both schemas. */
  sharesConnections(store: Store): store is PostgresStore {
    return store instanceof PostgresStore && store.pool === this.pool;
  }

  async mark(bucket: number): Promise<Mark> {
    const { rows } = await this.pool.query<{ epoch: number; position: string }>(
      `select epoch, position from ${this.schema}.mark where bucket = $1`,
      [bucket],
    );
    return { epoch: rows[0]!.epoch, position: Number(rows[0]!.position) };
  }

  async moveMarks(moves: readonly MarkMove[]): Promise<ReadonlySet<number>> {
    const { rows } = await this.pool.query<{ bucket: number }>(moveMarksSentence(this.schema, moves));
    return new Set(rows.map(({ bucket }) => bucket));
  }

  async lane({ consumer, bucket }: LaneName): Promise<LaneRow> {
    const { rows } = await this.pool.query<StoredLane>(
      `select version, positions, running, attempt from ${this.schema}.lane where consumer = $1 and bucket = $2`,
      [consumer, bucket],
    );
    const [row] = rows;
    if (!row)
      throw new Error(`${this.schema}.lane has no row for ${consumer}/${bucket}: migrations are missing`);
    const { positions, running } = row;
    return {
      consumer,
      bucket,
      version: Number(row.version),
      positions,
      running,
      attempt: row.attempt ?? undefined,
    };
  }

  async buriedKeys({ consumer, bucket }: LaneName): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ key: string }>(
      `select distinct key from ${this.schema}.dead_letter where consumer = $1 and bucket = $2`,
      [consumer, bucket],
    );
    return rows.map(({ key }) => key);
  }

  async replayBuckets(consumer: string): Promise<readonly number[]> {
    const { rows } = await this.pool.query<{ bucket: number }>(
      `select distinct bucket from ${this.schema}.replay_request where consumer = $1`,
      [consumer],
    );
    return rows.map(({ bucket }) => bucket);
  }

  async requestedReplays({ consumer, bucket }: LaneName): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ key: string }>(
      `select key from ${this.schema}.replay_request where consumer = $1 and bucket = $2 order by requested_at`,
      [consumer, bucket],
    );
    return rows.map(({ key }) => key);
  }

  beHeldAgainst(sightings: readonly Sighting[]): void {
    this.guard.carried = sightings;
  }

  async letters(limit: number): Promise<readonly DeadLetter[]> {
    const { rows } = await this.pool.query<LetterRow>(
      `select ${LETTER_COLUMNS} from ${this.schema}.dead_letter order by id limit $1`,
      [limit],
    );
    return rows.map(letterOf);
  }

  async requestReplay(letterId: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `insert into ${this.schema}.replay_request (consumer, bucket, key)
       select consumer, bucket, key from ${this.schema}.dead_letter where id = $1 on conflict do nothing`,
      [letterId],
    );
    return (rowCount ?? 0) > 0;
  }

  /** Two partitions are ready ahead, so that a failure to make room is made good long before it matters. */
  private tell(appended: Appended): void {
    if (appended.length === 0) return;
    this.bell.ring(appended);
    this.knock.give();
    if (opensPartition(appended))
      this.pool.query(`select ${this.schema}.extend_outbox()`).catch(() => undefined);
  }
}

import type { Pool, PoolClient } from 'pg';
import type { DeadLetter, LaneName, LaneRow, Positions, Store, StoreTransaction } from '../store/store';
import { letterOf, LETTER_COLUMNS, type LetterRow } from './letters';
import { PostgresTransaction } from './postgres-transaction';

interface StoredLane {
  readonly version: string;
  readonly positions: Positions;
  readonly running: boolean;
  readonly attempt: LaneRow['attempt'] | null;
}

/** One service's schema in PostgreSQL. Sentences are prepared once for each connection and take arrays: one plan for all sizes. */
export class PostgresStore implements Store {
  constructor(
    readonly service: string,
    readonly schema: string,
    private readonly pool: Pool,
    /** Told of each append after its commit, so that readers in this process need not wait for their next look. */
    private readonly onAppended: () => void = () => undefined,
  ) {}

  async transact<Result>(work: (transaction: StoreTransaction) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const transaction = new PostgresTransaction(client, this.schema);
      const result = await work(transaction);
      await client.query('commit');
      if (transaction.hasAppended) this.onAppended();
      return result;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
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
}

/** The error, where not even that could be done and the connection is worth nothing. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

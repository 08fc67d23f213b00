import {
  DatabaseError,
  type Pool,
  type PoolClient,
  Query,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg';
import { Unreachable } from '../errors';

/** One transaction's hold on a connection. Tells what the database says from what becomes of the connection itself. */
export class PostgresSession {
  private lost: Error | undefined;
  private failure: Error | undefined;
  private isOver = false;

  private constructor(private readonly client: PoolClient) {
    client.on('error', this.lose);
  }

  static async open(pool: Pool): Promise<PostgresSession> {
    try {
      return new PostgresSession(await pool.connect());
    } catch (error) {
      throw weather(error);
    }
  }

  /** The same for every transaction on one connection. */
  get connection(): object {
    return this.client;
  }

  /**
   * Sentences may go out one behind the other. After one that failed all others do, and throw what that one has thrown.
   * @param meaning what an error of this sentence says
   * @throws DatabaseError what the database says, Unreachable when it says nothing or the transaction is over
   */
  async query<Row extends QueryResultRow>(
    sentence: string | QueryConfig,
    meaning: (error: Error) => Error = (error) => error,
  ): Promise<QueryResult<Row>> {
    if (this.isOver) throw new Unreachable('the transaction is over');
    try {
      return await sent<Row>(this.client, sentence);
    } catch (error) {
      const trouble = weather(this.lost ?? error);
      // A connection that says nothing is not asked again.
      if (trouble instanceof Unreachable) this.lose(trouble);
      throw (this.failure ??= meaning(trouble));
    }
  }

  /** @throws whatever a sentence before it has thrown: PostgreSQL rolls back then, and says no more of it than that */
  async commit(): Promise<void> {
    const { command } = await this.query('commit');
    if (command !== 'COMMIT') throw this.failure ?? new Unreachable(`the commit has ended as ${command}`);
  }

  async rollBack(): Promise<void> {
    if (!this.lost) await this.client.query('rollback').catch(this.lose);
  }

  /** Gives the connection back, unless it is worth nothing. A handler that is late finds the transaction closed. */
  end(): void {
    this.isOver = true;
    this.client.off('error', this.lose);
    this.client.release(this.lost);
  }

  /** Remembers the first error, which says why; without a listener it would end the process. */
  private readonly lose = (error: Error): void => {
    this.lost ??= error;
  };
}

/** As pg does it, without the copy of each sentence that it makes first: that alone takes as long as the writing. */
function sent<Row extends QueryResultRow>(
  client: PoolClient,
  sentence: string | QueryConfig,
): Promise<QueryResult<Row>> {
  if (typeof sentence === 'string') return client.query<Row>(sentence);
  const { name, text, values } = sentence;
  return new Promise((resolve, reject) => {
    const query = new Query<Row>(text, values, (error, result) => (error ? reject(error) : resolve(result)));
    client.query(Object.assign(query, { name }));
  });
}

function weather(error: unknown): Error {
  return error instanceof DatabaseError ? error : new Unreachable(String(error), { cause: error });
}

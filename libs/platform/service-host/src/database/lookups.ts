import { PostgresSession, schemaOf, withinTime } from '@tonggwan/messaging';
import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, isStaff } from '../auth/caller';

/** Longer than the server gives a look-up: it has nothing to say any more. */
const MS_MAX = 12_000;

/**
 * Reading for callers, on connections of its own so that a rush of look-ups never slows clearance. The database itself
 * shows each caller no more than is his: the role of the door is bound to row-level security and cannot pass it by.
 */
export class Lookups {
  private opening: Promise<DataSource> | undefined;
  /** For whom a connection of the doors reads. */
  private readonly readers = new WeakMap<object, string>();

  /** @param dataSource is opened for the first who looks: many a process or thread has nobody who does */
  constructor(
    private readonly service: string,
    private readonly dataSource: DataSource,
    /** On which everybody has the role of the door from the first, and can only read. */
    private readonly door: Pool,
  ) {}

  /** Runs `read` as the caller. @throws TimedOut when the database says nothing */
  as<Result>(caller: Caller, read: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return withinTime(MS_MAX, 'a look-up', this.readAs(caller, read));
  }

  /** The rows of one sentence, for doors at which many ask. @throws TimedOut as above */
  rows<Row extends QueryResultRow>(caller: Caller, sentence: QueryConfig): Promise<Row[]> {
    return withinTime(MS_MAX, 'a look-up', this.rowsFor<Row>(caller, sentence));
  }

  private async rowsFor<Row extends QueryResultRow>(caller: Caller, sentence: QueryConfig): Promise<Row[]> {
    const session = await PostgresSession.open(this.door);
    try {
      await this.readFor(caller, session);
      const { rows } = await session.query<Row>(sentence);
      return rows;
    } finally {
      session.end();
    }
  }

  /** Waited for: what went out behind it, when it fails, would be shown what the one before may see. */
  private async readFor(caller: Caller, session: PostgresSession): Promise<void> {
    const { connection } = session;
    const reader = JSON.stringify([caller.party, isStaff(caller)]);
    if (this.readers.get(connection) === reader) return;
    this.readers.delete(connection);
    await session.query(forWhom(caller));
    this.readers.set(connection, reader);
  }

  private async readAs<Result>(
    caller: Caller,
    read: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const opened = await this.opened();
    return opened.transaction(async (manager) => {
      await manager.query(
        `select set_config('role', $1, true), set_config('tonggwan.party', $2, true), set_config('tonggwan.staff', $3, true)`,
        [doorRole(this.service), caller.party, isStaff(caller) ? 'yes' : 'no'],
      );
      return read(manager);
    });
  }

  private opened(): Promise<DataSource> {
    this.opening ??= this.dataSource.initialize().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }
}

function forWhom(caller: Caller): QueryConfig {
  return {
    name: 'for whom',
    text: `select set_config('tonggwan.party', $1, false), set_config('tonggwan.staff', $2, false)`,
    values: [caller.party, isStaff(caller) ? 'yes' : 'no'],
  };
}

/** The role that reads for callers. */
export function doorRole(service: string): string {
  return `${schemaOf(service)}_door`;
}

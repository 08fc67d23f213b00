import type { Pool } from 'pg';
import type { Sighting } from '../epoch/epoch';
import { LogClosed } from '../errors';
import { evidenceOf, type Queryable, reasonIn } from './epoch-evidence';
import type { PostgresSession } from './postgres-session';

/** Those of all services on the same connections, since one transaction may append to the logs of all. */
const OF_POOL = new WeakMap<Pool, readonly LogGuard[]>();

/** Looks, before a transaction begins, whether the logs behind its connection are whole, as far as that is not known. */
export async function seeBehind(session: PostgresSession, pool: Pool): Promise<void> {
  const doubtful = (OF_POOL.get(pool) ?? []).filter((guard) => guard.isDoubtful(session));
  await Promise.all(doubtful.map((guard) => guard.lookOver(session)));
}

/**
 * Keeps a service from appending to a log that has gone back in time. Looks on each new connection, since behind it there may
 * be another database than before, and again and again while the log is closed.
 */
export class LogGuard {
  /** How far the log was carried elsewhere. */
  carried: readonly Sighting[] = [];
  /** Told why the log is closed, and nothing when it is open again. */
  onChange: (reason: string | undefined) => void = () => undefined;
  /** Connections over which the log was found whole. */
  private readonly compared = new WeakSet<object>();
  private closed: string | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly service: string,
    private readonly onClosed: () => void,
  ) {
    OF_POOL.set(pool, [...(OF_POOL.get(pool) ?? []), this]);
  }

  get isClosed(): boolean {
    return this.closed !== undefined;
  }

  /** @throws LogClosed */
  assertOpen(): void {
    if (this.closed) throw new LogClosed(this.closed);
  }

  /** Whether the log has still to be looked at over this connection. */
  isDoubtful({ connection }: PostgresSession): boolean {
    return this.isClosed || !this.compared.has(connection);
  }

  async lookOver(session: PostgresSession): Promise<void> {
    await this.compare(session);
    if (!this.closed) this.compared.add(session.connection);
  }

  /** Looks, and answers why the log is closed, if so. */
  async look(): Promise<string | undefined> {
    await this.compare(this.pool);
    return this.closed;
  }

  /** The same, without a look while the log is open. */
  async lookWhileClosed(): Promise<string | undefined> {
    return this.closed && this.look();
  }

  private async compare(database: Queryable): Promise<void> {
    const reason = reasonIn(this.service, await evidenceOf(database, this.service, this.carried));
    if (reason === this.closed) return;
    this.closed = reason;
    if (reason) this.onClosed();
    this.onChange(reason);
  }
}

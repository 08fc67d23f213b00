import { assertDurable, hotPool, schemaOf } from '@tonggwan/messaging';
import * as driver from 'pg';
import { Client, type ClientConfig, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from '../service';
import { doorRole } from './lookups';

/** Eight lanes take turns on these; more connections than cores only wait for each other. */
const HOT_CONNECTIONS = 4;
/** Of all services together. */
const SHARED_CONNECTIONS = 12;
const LOOKUP_CONNECTIONS = 3;
const CONNECT_MS_MAX = 5_000;
/** Longer than the server lets a statement run: one that says nothing by then has vanished, and TCP would wait for minutes. */
const QUERY_MS_MAX = 40_000;
const LOOKUP_LIMITS = '-c transaction_timeout=10s -c idle_in_transaction_session_timeout=0';

/** TypeORM lets go of a connection before it is gone: when it then breaks, nobody listening, it would end the process. */
class LastingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Connections on which all services of one process work, so that one transaction can be on the schemas of several. */
export function sharedPool(url: string): Pool {
  return hotPoolOf(url, 'clearance', SHARED_CONNECTIONS);
}

function hotPoolOf(url: string, name: string, connections: number, options?: string): Pool {
  return hotPool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    query_timeout: QUERY_MS_MAX,
    application_name: name,
    ...(options ? { options } : {}),
  });
}

/** Everything that a service keeps open to the database. */
export class Connections {
  private constructor(
    readonly pool: Pool,
    private readonly isOwn: boolean,
    readonly lookups: DataSource,
    readonly door: Pool,
    private readonly url: string,
    private readonly service: string,
  ) {}

  /** @param shared the connections that all services of this process work on, in place of its own */
  static async open({ name, rows }: ServiceDefinition, url: string, shared?: Pool): Promise<Connections> {
    const pool = shared ?? hotPoolOf(url, name, HOT_CONNECTIONS);
    await assertDurable(pool);
    const lookups = new DataSource({
      type: 'postgres',
      // Else TypeORM loads a second one, from its files.
      driver,
      url,
      schema: schemaOf(name),
      entities: [...(rows ?? [])],
      poolSize: LOOKUP_CONNECTIONS,
      connectTimeoutMS: CONNECT_MS_MAX,
      applicationName: `${name} lookups`,
      extra: {
        options: LOOKUP_LIMITS,
        query_timeout: QUERY_MS_MAX,
        Client: LastingClient,
      },
    });
    const role = `-c role=${doorRole(name)} -c default_transaction_read_only=on ${LOOKUP_LIMITS}`;
    const door = hotPoolOf(url, `${name} door`, LOOKUP_CONNECTIONS, role);
    return new Connections(pool, shared === undefined, lookups, door, url, name);
  }

  /** A session of its own, for locks that last as long as it does. */
  connect = async (): Promise<Client> => {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_MS_MAX,
      query_timeout: QUERY_MS_MAX,
      application_name: `${this.service} locks`,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };

  async close(): Promise<void> {
    const { lookups } = this;
    await Promise.all([lookups.isInitialized && lookups.destroy(), this.door.end()]);
    if (this.isOwn) await this.pool.end();
  }
}

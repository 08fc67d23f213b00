import { assertDurable, hotPool, schemaOf } from '@tonggwan/messaging';
import { Client, type ClientConfig, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from '../service';

/** Eight lanes take turns on these; more connections than cores only wait for each other. */
const HOT_CONNECTIONS = 4;
const LOOKUP_CONNECTIONS = 3;
const CONNECT_MS_MAX = 5_000;
/** Longer than the server lets a statement run: one that says nothing by then has vanished, and TCP would wait for minutes. */
const QUERY_MS_MAX = 40_000;

/** TypeORM lets go of a connection before it is gone: when it then breaks, nobody listening, it would end the process. */
class LastingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Everything that a service keeps open to the database. */
export class Connections {
  private constructor(
    readonly pool: Pool,
    readonly lookups: DataSource,
    private readonly url: string,
    private readonly service: string,
  ) {}

  static async open({ name, rows }: ServiceDefinition, url: string): Promise<Connections> {
    const pool = hotPool({
      connectionString: url,
      max: HOT_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS_MAX,
      query_timeout: QUERY_MS_MAX,
      application_name: name,
    });
    await assertDurable(pool);
    const lookups = new DataSource({
      type: 'postgres',
      url,
      schema: schemaOf(name),
      entities: [...(rows ?? [])],
      poolSize: LOOKUP_CONNECTIONS,
      connectTimeoutMS: CONNECT_MS_MAX,
      applicationName: `${name} lookups`,
      extra: {
        options: '-c transaction_timeout=10s -c idle_in_transaction_session_timeout=0',
        query_timeout: QUERY_MS_MAX,
        Client: LastingClient,
      },
    });
    await lookups.initialize();
    return new Connections(pool, lookups, url, name);
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
    await this.lookups.destroy();
    await this.pool.end();
  }
}

import { SERVICES } from '@tonggwan/clearance';
import { schemaOf } from '@tonggwan/messaging';
import { EmbeddedPostgres, provision, provisionShared, SHARED_ROLE } from '@tonggwan/service-host';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own for one row, with the schemas of all services. */
export interface RowDatabase {
  /** The superuser's address. */
  readonly adminUrl: string;
  /** Of the role that may do what each service may. */
  readonly sharedUrl: string;
  /** Each service's own address. */
  readonly serviceUrls: Readonly<Record<string, string>>;
}

/** The one PostgreSQL that all rows take turns on. */
export class Cluster {
  private readonly password = randomBytes(18).toString('hex');

  private constructor(private readonly postgres: EmbeddedPostgres) {}

  /** Durable as PostgreSQL is by itself. */
  static async start(folder: string): Promise<Cluster> {
    await noteCommits(folder);
    return new Cluster(await EmbeddedPostgres.start(folder));
  }

  /** Gives a fresh database to `work`, and drops it whatever comes of that. */
  async within<Result>(name: string, work: (database: RowDatabase) => Promise<Result>): Promise<Result> {
    const identifier = name.replaceAll(/\W/g, '_');
    const database = await this.database(identifier);
    try {
      return await work(database);
    } finally {
      await once(this.postgres.url, `drop database ${identifier} with (force)`);
    }
  }

  private async database(name: string): Promise<RowDatabase> {
    const { postgres, password } = this;
    const address = (user: string, secret: string): string => {
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      url.username = user;
      url.password = secret;
      return url.href;
    };
    await once(postgres.url, `create database ${name}`);
    const adminUrl = address('postgres', new URL(postgres.url).password);
    await provision(adminUrl, SERVICES, () => password);
    await provisionShared(adminUrl, SERVICES, password);
    await once(postgres.url, 'checkpoint');
    return {
      adminUrl,
      sharedUrl: address(SHARED_ROLE, password),
      serviceUrls: Object.fromEntries(
        SERVICES.map((service) => [service.name, address(schemaOf(service.name), password)]),
      ),
    };
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

/** Has the PostgreSQL of a folder note when each transaction was committed, which is what is measured, from its next start on. */
export async function noteCommits(folder: string): Promise<void> {
  const postgres = await EmbeddedPostgres.start(folder);
  try {
    await once(postgres.url, 'alter system set track_commit_timestamp = on');
  } finally {
    await postgres.stop();
  }
}

async function once(url: string, sentence: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sentence);
  } finally {
    await client.end();
  }
}

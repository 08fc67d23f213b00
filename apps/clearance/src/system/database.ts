import {
  EmbeddedPostgres,
  provision,
  provisionShared,
  type ServiceDefinition,
  SHARED_ROLE,
} from '@tonggwan/service-host';
import { schemaOf } from '@tonggwan/messaging';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const DATABASE = 'tonggwan';

/** The system's database in a data folder, with every service's schema as it must be. */
export interface SystemDatabase {
  readonly adminUrl: string;
  /** Of the role that may do what each service may. */
  readonly sharedUrl: string;
  urlOf(service: string): string;
  stop(): Promise<void>;
}

export async function openDatabase(
  dataFolder: string,
  services: readonly ServiceDefinition[],
): Promise<SystemDatabase> {
  const postgres = await EmbeddedPostgres.start(dataFolder);
  try {
    await createDatabase(postgres.url);
    const adminUrl = within(postgres.url, 'postgres', undefined);
    const passwords = passwordsIn(dataFolder, services);
    await provision(adminUrl, services, (service) => passwords[service]!);
    await provisionShared(adminUrl, services, passwords[SHARED_ROLE]!);
    return {
      adminUrl,
      sharedUrl: within(postgres.url, SHARED_ROLE, passwords[SHARED_ROLE]),
      urlOf: (service) => within(postgres.url, schemaOf(service), passwords[service]),
      stop: () => postgres.stop(),
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function within(url: string, user: string, password: string | undefined): string {
  const address = new URL(url);
  address.pathname = `/${DATABASE}`;
  address.username = user;
  if (password) address.password = password;
  return address.href;
}

/** Made once for a data folder. */
function passwordsIn(
  dataFolder: string,
  services: readonly ServiceDefinition[],
): Readonly<Record<string, string>> {
  const file = join(dataFolder, 'roles.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  for (const name of [SHARED_ROLE, ...services.map((service) => service.name)])
    known[name] ??= randomBytes(18).toString('hex');
  writeFileSync(file, JSON.stringify(known), { mode: 0o600 });
  return known;
}

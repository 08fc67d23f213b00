import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The PostgreSQL that the test run has started, as its superuser. */
function serverUrl(): URL {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('tests with a database end in .int-spec.ts or .e2e-spec.ts: only those have one');
  return new URL(url);
}

/** A fresh database, owned by the superuser whose address this is. */
export async function testDatabase(): Promise<string> {
  const url = serverUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** The same database as a service's own role sees it. */
export function asRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

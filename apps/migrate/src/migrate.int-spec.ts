import { SERVICES } from '@tonggwan/clearance';
import { EmbeddedPostgres } from '@tonggwan/service-host';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from './migrate';

const PASSWORD = 'a word: with/signs@in it';

let postgres: EmbeddedPostgres;
const folder = mkdtempSync(join(tmpdir(), 'migrate-'));
const secrets = join(folder, 'secrets');

const roleOf = (service: string) => service.replaceAll('-', '_');
const addressOf = (service: string) => {
  const url = new URL(postgres.url);
  url.username = roleOf(service);
  url.password = PASSWORD;
  return url.href;
};
const asService = async (service: string, statement: string) => {
  const client = new Client({ connectionString: addressOf(service) });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

// A server of its own: roles and their passwords are the server's, and other tests use theirs.
beforeAll(async () => {
  postgres = await EmbeddedPostgres.start(folder);
  mkdirSync(secrets);
  writeFileSync(join(secrets, 'admin'), `${postgres.url}\n`);
  for (const { name } of SERVICES) writeFileSync(join(secrets, name), `${addressOf(name)}\n`);
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

describe('the migration of a new database', () => {
  it('lets every service in by its own address, to its own event log', async () => {
    await migrate(secrets, SERVICES);
    for (const { name } of SERVICES) {
      await expect(asService(name, 'select count(*) from bucket')).resolves.toEqual([{ count: '8' }]);
    }
  }, 60_000);

  it('changes nothing when it is done again', async () => {
    await migrate(secrets, SERVICES);
    await migrate(secrets, SERVICES);
    await expect(asService('gateway', 'select count(*) from bucket')).resolves.toEqual([{ count: '8' }]);
  }, 60_000);
});

describe('the migration without what it needs', () => {
  it('names the file that is not there', async () => {
    await expect(migrate(folder, SERVICES)).rejects.toThrow('admin');
  });

  it('names the file that holds something else, and does not repeat it', async () => {
    const wrong = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(join(wrong, 'admin'), 'only-a-password');
    const refused = await migrate(wrong, SERVICES).catch((error: unknown) => String(error));
    expect(refused).toContain(join(wrong, 'admin'));
    expect(refused).not.toContain('only-a-password');
  });

  it('names the service whose address has no password', async () => {
    const wrong = mkdtempSync(join(folder, 'wrong-'));
    writeFileSync(join(wrong, 'admin'), postgres.url);
    for (const { name } of SERVICES) writeFileSync(join(wrong, name), 'postgres://somebody@nowhere/tonggwan');
    await expect(migrate(wrong, SERVICES)).rejects.toThrow('has no password');
  });
});

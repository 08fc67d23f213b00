import { SERVICES } from '@tonggwan/clearance';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { showsSecret } from './secrets';

const ROOT = resolve(__dirname, '../../..');
const place = mkdtempSync(join(tmpdir(), 'secrets-'));
const folder = join(place, 'with a space', 'secrets');
afterAll(() => rmSync(place, { recursive: true }));

const make = () =>
  spawnSync('sh', [join(ROOT, 'tools/deployment/make-secrets.sh'), folder], { encoding: 'utf8' });
const secret = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the secrets of a deployment', () => {
  it('are one address for each service and the administrator, each with a password of its own', () => {
    expect(make().stderr).toBe('');
    const names = ['admin', ...SERVICES.map(({ name }) => name)];
    expect(readdirSync(folder).sort()).toEqual([...names, 'postgres-password'].sort());
    const addresses = names.map((name) => new URL(secret(name)));
    expect(new Set(addresses.map(({ password }) => password)).size).toBe(names.length);
    expect(addresses.every(({ password }) => /^[0-9a-f]{48}$/.test(password))).toBe(true);
    expect(addresses[0]!.password).toBe(secret('postgres-password'));
    expect(new URL(secret('risk-screening')).username).toBe('risk_screening');
  });

  it('stand in a folder that nobody else may enter', () => {
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('are not made again over passwords in use', () => {
    const before = secret('release');
    expect(make().status).toBe(1);
    expect(secret('release')).toBe(before);
  });
});

describe('a text that shows a secret', () => {
  it.each([
    ['an address with a password', 'postgres://release:word@postgres:5432/tonggwan'],
    ['a password by its name', 'POSTGRES_PASSWORD=word'],
    ['a private key', '-----BEGIN EC PRIVATE KEY-----'],
  ])('is seen: %s', (_what, text) => expect(showsSecret(text)).toBe(true));

  it.each([
    ['an address without one', 'http://declarations:8080,postgres://postgres:5432/tonggwan'],
    ['where a secret stands', '/run/secrets/postgres-password'],
  ])('is not seen in %s', (_what, text) => expect(showsSecret(text)).toBe(false));
});

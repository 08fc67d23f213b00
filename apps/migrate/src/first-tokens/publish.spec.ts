import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { publishFirstTokens } from './publish';

const kept = mkdtempSync(join(tmpdir(), 'kept-'));
const published = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => [kept, published].forEach((folder) => rmSync(folder, { recursive: true })));

const publishedKeys = () =>
  createLocalJWKSet(JSON.parse(readFileSync(join(published, 'jwks.json'), 'utf8')) as JSONWebKeySet);

describe('tokens for a first look', () => {
  it('are good by the keys that are published', async () => {
    const { officer = '' } = await publishFirstTokens(kept, published);
    const { payload } = await jwtVerify(officer, publishedKeys(), { audience: 'tonggwan' });
    expect(payload).toMatchObject({ sub: 'officer', roles: ['officer'] });
  });

  it('stay good when they are made again', async () => {
    const { broker = '' } = await publishFirstTokens(kept, published);
    await publishFirstTokens(kept, published);
    await expect(jwtVerify(broker, publishedKeys())).resolves.toMatchObject({ payload: { sub: 'broker' } });
  });

  it('leave nothing secret with the published keys', async () => {
    await publishFirstTokens(kept, published);
    expect(readdirSync(published)).toEqual(['jwks.json']);
    expect(readFileSync(join(published, 'jwks.json'), 'utf8')).not.toContain('"d"');
    for (const file of ['issuer.pem', 'tokens.json']) expect(statSync(join(kept, file)).mode & 0o077).toBe(0);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom } from './configuration';
import type { Variables } from './setting';

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

const enough: Variables = {
  TONGGWAN_DATABASE_URL: 'postgres://release:word@database/release',
  TONGGWAN_ENGINE: 'kafka',
  TONGGWAN_KAFKA_BROKERS: 'kafka:9092',
  TONGGWAN_ISSUER: 'https://id.example',
  TONGGWAN_AUDIENCE: 'tonggwan',
  TONGGWAN_JWKS: 'https://id.example/jwks',
  TONGGWAN_PACK: 'packs/kr',
};

const logsOf = (more: Variables) => {
  const { engine } = configurationFrom({ ...enough, ...more });
  return engine.name === 'kafka' ? engine.logs : undefined;
};

describe('the logs of services with a database of their own', () => {
  const urls = 'gateway=http://gateway:8080,payments=https://payments.example';

  it('are nowhere else unless somebody says so', () => {
    expect(logsOf({})!.urls).toEqual(new Map());
  });

  it('are where the environment says, for whoever has the token that a file holds at the time', () => {
    const token = file('token', 'old\n');
    const logs = logsOf({ TONGGWAN_LOG_URLS: urls, TONGGWAN_LOG_TOKEN_FILE: token })!;
    expect([...logs.urls]).toEqual([
      ['gateway', 'http://gateway:8080'],
      ['payments', 'https://payments.example'],
    ]);
    expect(logs.token()).toBe('old');
    file('token', 'new\n');
    expect(logs.token()).toBe('new');
  });

  it.each([
    ['without a token', { TONGGWAN_LOG_URLS: urls }, 'TONGGWAN_LOG_TOKEN is missing'],
    [
      'without an address',
      { TONGGWAN_LOG_URLS: 'gateway=', TONGGWAN_LOG_TOKEN: 'x' },
      'expected service=address',
    ],
    [
      'without Kafka',
      { TONGGWAN_LOG_URLS: urls, TONGGWAN_LOG_TOKEN: 'x', TONGGWAN_ENGINE: 'postgres' },
      'is for TONGGWAN_ENGINE=kafka',
    ],
  ])('are refused %s', (_, more, complaint) => expect(() => logsOf(more)).toThrow(complaint));
});

import { SERVICES } from '@tonggwan/clearance';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { type Compose, faultsOfCompose } from './compose';

const ROOT = resolve(__dirname, '../../..');

/** Nothing of it is the same object twice, so that one place can be broken alone. */
const read = (name: string) =>
  JSON.parse(
    JSON.stringify(parse(readFileSync(resolve(ROOT, name), 'utf8'), { merge: true, maxAliasCount: -1 })),
  ) as Compose;
const compose = () => read('docker-compose.yml');
const faults = (file: Compose) => faultsOfCompose(file, SERVICES);

describe('docker-compose.yml', () => {
  it('runs every service of the product as it must', () => {
    expect(faults(compose())).toEqual([]);
  });

  it.each<[string, (services: Compose['services']) => unknown, string]>([
    ['a service left out', (s) => delete s.release, 'release is missing'],
    [
      'another program',
      (s) => (s.release!.command = ['apps/launcher/dist/main.js', 'payments']),
      'release runs another program',
    ],
    ['no restart', (s) => delete s.gateway!.restart, 'gateway is not started again'],
    ['no health check', (s) => (s.gateway!.healthcheck = { disable: true }), 'gateway has no health check'],
    ['no limits', (s) => delete s.kafka!.deploy, 'kafka has no limits'],
    [
      'memory without a limit',
      (s) => delete s.casework!.deploy!.resources!.limits!.memory,
      'casework has no limits',
    ],
    ['logs that fill the disk', (s) => delete s.postgres!.logging, 'postgres logs without end'],
    ['a root that can be written', (s) => (s.migrate!.read_only = false), 'migrate can write to its root'],
    ['capabilities', (s) => delete s.payments!.cap_drop, 'payments keeps capabilities'],
    ['privileges', (s) => delete s.payments!.security_opt, 'payments may gain privileges'],
    ['no migration before', (s) => delete s.release!.depends_on!.migrate, 'release starts before migrate'],
    [
      'a database that is not up',
      (s) => delete s.release!.depends_on!.postgres,
      'release starts before postgres is healthy',
    ],
    [
      'topics by themselves',
      (s) => delete s.kafka!.environment!.KAFKA_AUTO_CREATE_TOPICS_ENABLE,
      'kafka makes topics by itself',
    ],
    [
      'a wait for what is not there',
      (s) => (s.migrate!.depends_on!.database = {}),
      'migrate refers to database, which is not there',
    ],
    [
      'a secret of nobody',
      (s) => s.migrate!.secrets!.push('root'),
      'migrate refers to root, which is not there',
    ],
    [
      'a volume of nobody',
      (s) => s.kafka!.volumes!.push('log:/log'),
      'kafka refers to log, which is not there',
    ],
    ['durability off', (s) => s.postgres!.command!.push('fsync=off'), 'postgres may lose'],
    [
      'an upstream unknown',
      (s) => (s.gateway!.environment!.TONGGWAN_UPSTREAMS = ''),
      'gateway does not know where casework is',
    ],
    [
      "another's secret",
      (s) => (s.release!.secrets = s.payments!.secrets),
      'release is given more secrets than its own or not that',
    ],
    [
      'a password in the open',
      (s) => (s.release!.environment!.TONGGWAN_DATABASE_URL = 'postgres://release:word@postgres/tonggwan'),
      'release shows a secret in its environment',
    ],
  ])('would not pass with %s', (_what, spoil, fault) => {
    const file = compose();
    spoil(file.services);
    expect(faults(file)).toContain(fault);
  });

  it('would not pass with a secret that is committed', () => {
    const file = compose();
    file.secrets.admin = { file: 'secrets/admin' };
    expect(faults(file)).toEqual(['secret admin is no file below .tonggwan']);
  });
});

describe('docker-compose.override.yml', () => {
  it('brings an issuer of its own to every service, and docker-compose.yml knows none', () => {
    const { services } = read('docker-compose.override.yml');
    const told = SERVICES.map(({ name }) => services[name]?.environment?.TONGGWAN_JWKS);
    expect(new Set(told)).toEqual(new Set(['/run/issuer/jwks.json']));
    expect(services).toHaveProperty('tokens');
    expect(JSON.stringify(compose())).not.toMatch(/first-look|first-tokens/);
  });
});

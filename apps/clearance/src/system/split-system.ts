import { LocalIssuer, type RunningKafka, startKafka } from '@tonggwan/service-host';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '../services';
import { openDatabase, type SystemDatabase } from './database';
import { firstTokens } from './people';
import { consoleFolder, packFolder } from './places';
import { type ServiceProcess, startService } from './service-process';
import type { System, SystemOptions } from './system';

/** The one that everybody calls, which hands the others' doors on. */
const GATEWAY = 'gateway';

type Variables = Readonly<Record<string, string>>;

/** One process for each service, and Kafka between them. */
export async function startSplit(options: SystemOptions): Promise<System> {
  const { dataFolder } = options;
  const kafka = await kafkaFor(options);
  const database = await openDatabase(dataFolder, SERVICES);
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const tokens = await firstTokens(issuer, dataFolder);
  const processes: ServiceProcess[] = [];
  const close = async (): Promise<void> => {
    const [front, ...others] = [...processes].reverse();
    await front?.stop();
    await Promise.all(others.map((service) => service.stop()));
    await kafka.stop();
    await database.stop();
  };
  try {
    const variables = await variablesFor(options, issuer, kafka);
    processes.push(...(await startServices(options, database, variables)));
    return { engine: 'kafka', url: processes.at(-1)!.address, tokens, databaseUrl: database.adminUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function kafkaFor({ dataFolder, brokers }: SystemOptions): Promise<RunningKafka> {
  if (!brokers) return startKafka({ folder: join(dataFolder, 'kafka') });
  return Promise.resolve({ brokers: [...brokers], stop: () => Promise.resolve() });
}

/** @returns the gateway last: it must know where the others are */
async function startServices(
  { dataFolder, port }: SystemOptions,
  database: SystemDatabase,
  variables: Variables,
): Promise<ServiceProcess[]> {
  const launch = (name: string, more: Variables): Promise<ServiceProcess> =>
    startService(name, dataFolder, { ...variables, TONGGWAN_DATABASE_URL: database.urlOf(name), ...more });
  const names = SERVICES.map(({ name }) => name).filter((name) => name !== GATEWAY);
  const others = await Promise.all(names.map((name) => launch(name, { TONGGWAN_PORT: '0' })));
  const upstreams = names.map((name, place) => `${name}=${others[place]!.address}`).join(',');
  const front = await launch(GATEWAY, {
    TONGGWAN_PORT: String(port),
    TONGGWAN_UPSTREAMS: upstreams,
    TONGGWAN_CONSOLE: consoleFolder(),
  });
  return [...others, front];
}

/** What all processes are told. */
async function variablesFor(
  { dataFolder, country, time }: SystemOptions,
  localIssuer: LocalIssuer,
  kafka: RunningKafka,
): Promise<Variables> {
  const { issuer, audience, keys } = await localIssuer.issuer();
  const keyFile = join(dataFolder, 'jwks.json');
  writeFileSync(keyFile, JSON.stringify(keys));
  return {
    TONGGWAN_ENGINE: 'kafka',
    TONGGWAN_KAFKA_BROKERS: kafka.brokers.join(','),
    TONGGWAN_ISSUER: issuer,
    TONGGWAN_AUDIENCE: audience,
    TONGGWAN_JWKS: keyFile,
    TONGGWAN_PACK: packFolder(country),
    TONGGWAN_HOST: '127.0.0.1',
    TONGGWAN_CLOCK: time.file,
  };
}

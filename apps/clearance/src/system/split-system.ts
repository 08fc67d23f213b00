import { archiveFolder, LocalIssuer, type RunningKafka, startKafka } from '@tonggwan/service-host';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '../services';
import { openDatabase, type SystemDatabase } from './database';
import { firstTokens } from './people';
import { consoleFolder, packFolder } from './places';
import { ServiceProcess } from './service-process';
import type { System, SystemOptions } from './system';

/** The one that everybody calls, which hands the others' doors on. */
const GATEWAY = 'gateway';
const NAMES = SERVICES.map(({ name }) => name);

type Variables = Readonly<Record<string, string>>;

/** A system of processes that can be taken away one by one. */
export interface SplitSystem extends System {
  readonly services: readonly ServiceProcess[];
  /** One more process of a service, beside the one that is there and of this version. */
  startAnother(name: string): Promise<ServiceProcess>;
  /** Stops a process for good. */
  retire(service: ServiceProcess): Promise<void>;
}

/** One process for each service, and Kafka between them. */
export async function startSplit(options: SystemOptions): Promise<SplitSystem> {
  const { dataFolder } = options;
  const kafka = await kafkaFor(options);
  const database = await openDatabase(dataFolder, SERVICES);
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const tokens = await firstTokens(issuer, dataFolder);
  const services: ServiceProcess[] = [];
  const close = async (): Promise<void> => {
    const isFront = ({ name }: ServiceProcess): boolean => name === GATEWAY;
    await Promise.all(services.filter(isFront).map((service) => service.stop()));
    await Promise.all(services.filter((service) => !isFront(service)).map((service) => service.stop()));
    await kafka.stop();
    await database.stop();
  };
  try {
    const variables = await variablesFor(options, issuer, kafka);
    const launch = launcher(options, database, variables, services);
    const launchFirst = (name: string): Promise<ServiceProcess> => launch(name, options.checkout);
    await Promise.all(NAMES.filter((name) => name !== GATEWAY).map(launchFirst));
    const { address: url } = await launchFirst(GATEWAY);
    const retire = async (service: ServiceProcess): Promise<void> => {
      services.splice(services.indexOf(service), 1);
      await service.stop();
    };
    const about = { engine: 'kafka', url, tokens, databaseUrl: database.adminUrl } as const;
    return { ...about, services, startAnother: (name) => launch(name), retire, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts services and adds them to those that run. The gateway comes last: it must know where the others are. */
function launcher(
  { dataFolder, port }: SystemOptions,
  database: SystemDatabase,
  variables: Variables,
  running: ServiceProcess[],
): (name: string, checkout?: string) => Promise<ServiceProcess> {
  const front = (): Variables => {
    const isFirst = running.every(({ name }) => name !== GATEWAY);
    return {
      TONGGWAN_PORT: String(isFirst ? port : 0),
      TONGGWAN_UPSTREAMS: upstreams(running),
      TONGGWAN_CONSOLE: consoleFolder(),
    };
  };
  return async (name, checkout) => {
    const more = name === GATEWAY ? front() : { TONGGWAN_PORT: '0' };
    const environment = { ...variables, TONGGWAN_DATABASE_URL: database.urlOf(name), ...more };
    const before = running.filter((other) => other.name === name).length;
    const label = before > 0 ? `${name}-${before + 1}` : name;
    const service = await ServiceProcess.start(name, dataFolder, environment, label, checkout);
    running.push(service);
    return service;
  };
}

/** The first process of each service. */
function upstreams(running: readonly ServiceProcess[]): string {
  const first = running.filter(
    ({ name }, place) => running.findIndex((other) => other.name === name) === place,
  );
  return first.flatMap(({ name, address }) => (name === GATEWAY ? [] : [`${name}=${address}`])).join();
}

function kafkaFor({ dataFolder, brokers }: SystemOptions): Promise<Pick<RunningKafka, 'brokers' | 'stop'>> {
  if (!brokers) return startKafka({ folder: join(dataFolder, 'kafka') });
  return Promise.resolve({ brokers: [...brokers], stop: () => Promise.resolve() });
}

/** What all processes are told. */
async function variablesFor(
  { dataFolder, country, time }: SystemOptions,
  localIssuer: LocalIssuer,
  kafka: Pick<RunningKafka, 'brokers'>,
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
    TONGGWAN_ARCHIVE: archiveFolder(dataFolder),
    TONGGWAN_HOST: '127.0.0.1',
    TONGGWAN_CLOCK: time.file,
  };
}

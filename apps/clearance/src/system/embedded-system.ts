import { loadPack } from '@tonggwan/country-pack';
import { Bell, Convoys, LANE_SETTINGS, PostgresEngine } from '@tonggwan/messaging';
import {
  answererOf,
  archiveFolder,
  doorsOf,
  type Environment,
  Front,
  type HostedService,
  hostService,
  LocalIssuer,
  openReception,
  sharedPool,
  systemRandom,
  Tokens,
} from '@tonggwan/service-host';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { SERVICES } from '../services';
import { openDatabase, type SystemDatabase } from './database';
import { firstTokens } from './people';
import { consoleFolder, packFolder } from './places';
import type { System, SystemOptions } from './system';

const HOST = '127.0.0.1';

/** All services in this process, on a PostgreSQL of their own. */
export async function startEmbedded(options: SystemOptions): Promise<System> {
  const { dataFolder, port } = options;
  const database = await openDatabase(dataFolder, SERVICES);
  const issuer = LocalIssuer.keptIn(join(dataFolder, 'issuer.pem'));
  const tokens = await firstTokens(issuer, dataFolder);
  const pool = sharedPool(database.sharedUrl);
  const services = await host(options, database, issuer, pool);
  const reception = await openReception(services, consoleFolder());
  const front = await Front.open(services.flatMap(doorsOf), answererOf(reception), HOST, port);
  const close = async (): Promise<void> => {
    await front.close();
    await reception.close();
    await Promise.all(services.map((service) => service.close()));
    await pool.end();
    await database.stop();
  };
  const url = `http://${HOST}:${front.port}`;
  return { engine: 'postgres', url, tokens, databaseUrl: database.adminUrl, close };
}

async function host(
  { country, dataFolder, time }: SystemOptions,
  database: SystemDatabase,
  issuer: LocalIssuer,
  pool: Pool,
): Promise<readonly HostedService[]> {
  const bell = new Bell();
  const archive = archiveFolder(dataFolder);
  const convoys = new Convoys();
  const environment: Environment = {
    engine: (_service, { pool, connect }) => new PostgresEngine(pool, connect, bell, convoys, archive),
    archive,
    pool,
    databaseUrl: (service) => database.urlOf(service),
    tokens: new Tokens(await issuer.issuer()),
    clock: time.clock,
    random: systemRandom,
    pack: loadPack(packFolder(country)),
    bell,
    settings: LANE_SETTINGS,
  };
  return Promise.all(SERVICES.map((definition) => hostService(definition, environment)));
}

import { loadPack } from '@tonggwan/country-pack';
import { Bell, type Engine, LANE_SETTINGS, PostgresEngine } from '@tonggwan/messaging';
import type { FastifyInstance } from 'fastify';
import { Tokens } from '../auth/tokens';
import { type Answerer, Front } from '../front/front';
import { openReception } from '../front/reception';
import { type Route, routesOf } from '../front/routes';
import type { Environment, ServiceDatabase } from '../host/environment';
import { type HostedService, hostService } from '../host/host-service';
import { systemRandom } from '../ports';
import type { ServiceDefinition } from '../service';
import { type Configuration, configurationFrom } from './configuration';
import { closeOnSignal } from './shutdown';

/** Runs one service in a process of its own until it is told to stop: all that a service's main does. */
export function runService(definition: ServiceDefinition, routesElsewhere: Routing = () => []): void {
  start(definition, routesElsewhere).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}

/** Doors of other services that this process hands on. */
export type Routing = (configuration: Configuration) => readonly Route<Answerer>[];

async function start(definition: ServiceDefinition, routesElsewhere: Routing): Promise<void> {
  const configuration = configurationFrom(process.env);
  const service = await hostService(definition, environmentOf(configuration, definition.name));
  const reception = await openReception([service], configuration.consoleFolder);
  const routes = [...routesOf(definition.routes, answererOf(service.app.getHttpAdapter().getInstance()))];
  routes.push(...routesElsewhere(configuration));
  const front = await Front.open(routes, answererOf(reception), configuration.host, configuration.port);
  console.log(JSON.stringify({ service: definition.name, port: front.port, engine: configuration.engine }));
  closeOnSignal(() => close(front, reception, service));
}

async function close(front: Front, reception: FastifyInstance, service: HostedService): Promise<void> {
  await front.close();
  await reception.close();
  await service.close();
}

/** Hands Node's own request on to a server that does not listen itself. */
export function answererOf(server: { routing: Answerer }): Answerer {
  return (request, response) => server.routing(request, response);
}

function environmentOf(configuration: Configuration, service: string): Environment {
  const { issuer, clock, databaseUrl, pack } = configuration;
  const bell = new Bell();
  return {
    engine: (database) => engineOf(configuration, service, database, bell),
    databaseUrl: () => databaseUrl,
    tokens: new Tokens(issuer),
    clock,
    random: systemRandom,
    pack: loadPack(pack),
    bell,
    settings: LANE_SETTINGS,
  };
}

function engineOf(
  _configuration: Configuration,
  _service: string,
  database: ServiceDatabase,
  bell: Bell,
): Engine {
  const { pool, connect } = database;
  return new PostgresEngine(pool, connect, bell);
}

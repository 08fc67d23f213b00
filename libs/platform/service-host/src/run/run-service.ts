import { loadPack } from '@tonggwan/country-pack';
import { Bell, LANE_SETTINGS } from '@tonggwan/messaging';
import type { FastifyInstance } from 'fastify';
import { Tokens } from '../auth/tokens';
import { type Answerer, answererOf } from '../front/answerer';
import { doorsOf } from '../front/doors';
import { Front } from '../front/front';
import { openReception } from '../front/reception';
import { type Route, routesOf } from '../front/routes';
import { engineFor } from '../host/engine-for';
import type { Environment } from '../host/environment';
import { type HostedService, hostService } from '../host/host-service';
import { LOG_ROUTES } from '../log/log.controller';
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
  const service = await hostService(definition, environmentOf(configuration));
  const { consoleFolder, upstreams } = configuration;
  const reception = await openReception([service], consoleFolder, upstreams);
  const logs = routesOf(LOG_ROUTES, answererOf(service.app.getHttpAdapter().getInstance()));
  const routes = [...doorsOf(service), ...logs, ...routesElsewhere(configuration)];
  const front = await Front.open(routes, answererOf(reception), configuration.host, configuration.port);
  console.log(
    JSON.stringify({ service: definition.name, port: front.port, engine: configuration.engine.name }),
  );
  closeOnSignal(() => close(front, reception, service));
}

async function close(front: Front, reception: FastifyInstance, service: HostedService): Promise<void> {
  await front.close();
  await reception.close();
  await service.close();
}

function environmentOf({ engine, issuer, clock, databaseUrl, archive, pack }: Configuration): Environment {
  const bell = new Bell();
  return {
    engine: engineFor(engine, bell, archive),
    databaseUrl: () => databaseUrl,
    archive,
    tokens: new Tokens(issuer),
    clock,
    random: systemRandom,
    pack: loadPack(pack),
    bell,
    settings: LANE_SETTINGS,
  };
}

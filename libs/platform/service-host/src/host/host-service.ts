import { ConsoleLogger, type INestApplication, Logger } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { eventClass, faultsOf } from '@tonggwan/contracts';
import {
  assertDurable,
  type Engine,
  EventLogServer,
  type EventTypes,
  type LaneSettings,
  PassOn,
  placeName,
  PostgresHistory,
  PostgresStore,
  schemaOf,
} from '@tonggwan/messaging';
import { TokenGuard } from '../auth/guard';
import { Commands } from '../database/commands';
import { Connections } from '../database/connections';
import { Lookups } from '../database/lookups';
import { OwnLog } from '../log/own-log';
import { BatchSizes } from '../metrics/batch-sizes';
import { ProblemFilter } from '../http/problem';
import type { ServiceDefinition } from '../service';
import { BODY_BYTES_MAX, takeBodies } from './bodies';
import type { Environment } from './environment';
import { HostModule } from './host-module';
import { Troubles } from './troubles';

/** The events of the contracts, as the log asks for them. */
export const EVENT_TYPES: EventTypes = {
  sourceOf: (type) => eventClass(type)?.source,
  faultsOf,
};

/** A service that runs in this process. */
export interface HostedService {
  readonly definition: ServiceDefinition;
  readonly app: NestFastifyApplication;
  readonly log: EventLogServer;
  readonly store: PostgresStore;
  readonly connections: Connections;
  readonly engine: Engine;
  readonly batches: BatchSizes;
  /** First the doors, then the lanes, then the connections. */
  close(): Promise<void>;
}

/** Starts a service without a port of its own: whoever hosts it hands requests on, or listens for it. */
export async function hostService(
  definition: ServiceDefinition,
  environment: Environment,
): Promise<HostedService> {
  const { name, tables, rawBodies, gathering } = definition;
  const connections = await Connections.open(definition, environment.databaseUrl(name), environment.pool);
  await assertDurable(connections.pool);
  const store = new PostgresStore(name, schemaOf(name), connections.pool, environment.bell);
  const logger = new Logger(name);
  store.guard.onChange = (reason) => (reason ? logger.error(reason) : logger.warn('the log is open again'));
  await store.guard.look();
  const commands = new Commands(store, EVENT_TYPES);
  const lookups = new Lookups(name, connections.lookups, connections.door);
  const ownLog = new OwnLog(name, new PostgresHistory(connections.pool, environment.archive));
  const app = await NestFactory.create<NestFastifyApplication>(
    HostModule.around(definition, environment, commands, lookups, ownLog),
    new FastifyAdapter({ bodyLimit: BODY_BYTES_MAX, routerOptions: { ignoreTrailingSlash: true } }),
    {
      bodyParser: false,
      logger: new ConsoleLogger(name, { json: true, logLevels: ['warn', 'error', 'fatal'] }),
    },
  );
  takeBodies(app, rawBodies);
  app.useGlobalGuards(new TokenGuard(environment.tokens, app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter());
  const engine = environment.engine(name, connections);
  const batches = new BatchSizes();
  const onBatch = batches.note;
  const settings = { ...reporting(environment.settings, logger), gathering, onBatch };
  const log = new EventLogServer({ consumer: name, engine, store, types: EVENT_TYPES, tables, settings });
  await listen(app, log);
  const parts = { definition, app, log, store, connections, engine, batches };
  return { ...parts, close: () => close(app, engine, connections) };
}

/** Troubles of the lanes in the service's log; that two met over a row is none. */
function reporting(settings: LaneSettings, logger: Logger): LaneSettings {
  const troubles = new Troubles((line) => logger.warn(`retry: ${line}`));
  return {
    ...settings,
    onFailure: ({ bucket }, failure, error) => {
      if (failure === 'retry') troubles.note(String(error));
      else if (failure !== 'conflict') logger.warn(`bucket ${bucket}: ${failure}: ${String(error)}`);
    },
    onFork: (_lane, { source, epoch, bucket, first, last }) =>
      logger.error(
        `fork: ${source}.${epoch}/${bucket}/${first} to ${last} were seen here, and ${source} no longer has them`,
      ),
    onDeadLetter: (_lane, event, reason) =>
      logger.error(`dead letter ${event.type} ${placeName(event)}: ${reason}`),
  };
}

async function listen(app: NestFastifyApplication, log: EventLogServer): Promise<void> {
  const options = { deferInitialization: true };
  app.connectMicroservice<MicroserviceOptions>({ strategy: log }, options).useGlobalFilters(new PassOn());
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}

async function close(app: INestApplication, engine: Engine, connections: Connections): Promise<void> {
  await app.close();
  await engine.close();
  await connections.close();
}

import { SERVICES } from '@tonggwan/clearance';
import { loadPack } from '@tonggwan/country-pack';
import {
  Bell,
  Convoys,
  KafkaEngine,
  KafkaJsCarrier,
  LANE_SETTINGS,
  PostgresEngine,
  PostgresHistory,
} from '@tonggwan/messaging';
import {
  answererOf,
  doorsOf,
  type Environment,
  Front,
  hostService,
  LocalIssuer,
  openReception,
  sharedPool,
  systemRandom,
  Tokens,
  wallClock,
} from '@tonggwan/service-host';
import type { Pool } from 'pg';
import { PARTY, type SystemOrder, type SystemReady } from './order';

/** All services in this process, on the engine and the database that were ordered. Answers what callers need and how to end it. */
export async function startAllInOne(order: SystemOrder): Promise<SystemReady & { close(): Promise<void> }> {
  const issuer = LocalIssuer.ofOneProcess();
  const pool = sharedPool(order.sharedUrl);
  const environment = await environmentFor(order, issuer, pool);
  const services = await Promise.all(SERVICES.map((definition) => hostService(definition, environment)));
  const reception = await openReception(services, undefined);
  const front = await Front.open(services.flatMap(doorsOf), answererOf(reception), '127.0.0.1', 0);
  const token = (party: string, role: 'replay' | 'administrator'): Promise<string> =>
    issuer.token({ subject: role, party, roles: [role] }, '1d');
  return {
    url: `http://127.0.0.1:${front.port}`,
    tokens: {
      replay: await token(PARTY, 'replay'),
      administrator: await token('CUSTOMS', 'administrator'),
    },
    close: async () => {
      await front.close();
      await reception.close();
      await Promise.all(services.map((service) => service.close()));
      await pool.end();
    },
  };
}

async function environmentFor(order: SystemOrder, issuer: LocalIssuer, pool: Pool): Promise<Environment> {
  const bell = new Bell();
  return {
    engine: enginesFor(order, bell),
    pool,
    databaseUrl: (service) => order.serviceUrls[service]!,
    tokens: new Tokens(await issuer.issuer()),
    clock: wallClock,
    random: systemRandom,
    pack: loadPack(order.packFolder),
    bell,
    settings: LANE_SETTINGS,
  };
}

/** On PostgreSQL each service has an engine; over Kafka all of them are brought what they hear by one. */
function enginesFor(order: SystemOrder, bell: Bell): Environment['engine'] {
  const convoys = new Convoys();
  if (order.engine === 'postgres')
    return (_service, { pool, connect }) => new PostgresEngine(pool, connect, bell, convoys);
  let engine: KafkaEngine | undefined;
  return (_service, { pool, connect }) => {
    return (engine ??= new KafkaEngine('tonggwan-bench', {
      history: new PostgresHistory(pool),
      carrier: new KafkaJsCarrier(order.brokers, 'tonggwan-bench'),
      ...{ connect, bell, convoys },
    }));
  };
}

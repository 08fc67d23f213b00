import type { ServiceDefinition } from '@tonggwan/service-host';
import { gatewayMigrations } from './database/migrations';
import { answerCounters, lodgements } from './database/tables';
import { GatewayModule } from './gateway.module';

/** Takes messages in, keeps them, and gives the answers out. */
export const gateway: ServiceDefinition = {
  name: 'gateway',
  module: GatewayModule,
  tables: [lodgements, answerCounters],
  migrations: gatewayMigrations,
  gathering: { ms: 50, busyMs: 1_000, atOnce: [], saysNothing: true },
  routes: [
    'POST /declarations',
    'GET /declarations/:id/answers',
    'POST /arrivals',
    'POST /removals',
    'GET /answers',
  ],
  standIns: ['GET /declarations/:id', 'GET /declarations/:id/timeline'],
  rawBodies: true,
};

export { Intake } from './intake/intake';
export { Presence } from './intake/presence';

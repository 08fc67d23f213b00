import type { ServiceDefinition } from '@tonggwan/service-host';
import { CaseworkModule } from './casework.module';
import { cases, dossiers } from './casework.tables';
import { CaseworkTables1793750400000 } from './database/casework-tables';

export const casework: ServiceDefinition = {
  name: 'casework',
  module: CaseworkModule,
  tables: [dossiers, cases],
  migrations: [CaseworkTables1793750400000],
  gathering: { ms: 50, busyMs: 1_000, atOnce: [] },
  routes: [
    'GET /cases',
    'GET /cases/:id',
    'POST /cases/:id/claim',
    'POST /cases/:id/give-back',
    'POST /cases/:id/decision',
  ],
};

export { DecisionsController } from './doors/decisions.controller';

import type { ServiceDefinition } from '@tonggwan/service-host';
import { DeclarationTables1793750400000 } from './database/declaration-tables';
import { AWAITED, DECLARATIONS, SEQUENCES } from './database/tables';
import { DeclarationsModule } from './declarations.module';

export const declarations: ServiceDefinition = {
  name: 'declarations',
  module: DeclarationsModule,
  tables: [DECLARATIONS, AWAITED, SEQUENCES],
  migrations: [DeclarationTables1793750400000],
  gathering: { ms: 50, busyMs: 1_000, atOnce: ['gateway'] },
  routes: [
    'GET /declarations',
    'GET /declarations/:id',
    'GET /declarations/:id/timeline',
    'POST /declarations/:id/cancellation',
    'POST /declarations/:id/amendment',
  ],
};

export { RequestsController } from './doors/requests.controller';

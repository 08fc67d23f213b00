import type { ServiceDefinition } from '@tonggwan/service-host';
import { StandingTable1793750400000 } from './database/standing-table';
import { ReleaseModule } from './release.module';
import { standings } from './release.tables';

export const release: ServiceDefinition = {
  name: 'release',
  module: ReleaseModule,
  tables: [standings],
  migrations: [StandingTable1793750400000],
  gathering: { ms: 25, atOnce: ['payments'], takesAlong: true },
  routes: [],
};

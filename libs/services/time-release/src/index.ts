import type { ServiceDefinition } from '@tonggwan/service-host';
import { lives } from './database/lives';
import { Lives1790000000000 } from './database/migrations';
import { TimeReleaseModule } from './time-release.module';

/** How long each step took, for whom, and where it waits. */
export const timeRelease: ServiceDefinition = {
  name: 'time-release',
  module: TimeReleaseModule,
  tables: [lives],
  migrations: [Lives1790000000000],
  gathering: { ms: 250, busyMs: 5_000, atOnce: [], saysNothing: true },
  routes: ['GET /time-release', 'GET /time-release/:declarationId'],
};

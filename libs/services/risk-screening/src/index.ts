import type { ServiceDefinition } from '@tonggwan/service-host';
import { Screenings1700000000001 } from './database/migrations';
import { RiskScreeningModule } from './risk-screening.module';
import { inspections, screenings, traders } from './tables';

export const riskScreening: ServiceDefinition = {
  name: 'risk-screening',
  module: RiskScreeningModule,
  tables: [screenings, traders, inspections],
  migrations: [Screenings1700000000001],
  routes: [],
};

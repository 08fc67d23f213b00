import type { ServiceDefinition } from '@tonggwan/service-host';
import { Assessments1700000000001 } from './database/migrations';
import { assessments } from './tax-assessment.consumer';
import { TaxAssessmentModule } from './tax-assessment.module';

export const taxAssessment: ServiceDefinition = {
  name: 'tax-assessment',
  module: TaxAssessmentModule,
  tables: [assessments],
  migrations: [Assessments1700000000001],
  routes: ['GET /declarations/:id/assessment'],
};

import { casework } from '@tonggwan/casework';
import { declarations } from '@tonggwan/declarations';
import { gateway } from '@tonggwan/gateway';
import { payments } from '@tonggwan/payments';
import { release } from '@tonggwan/release';
import { riskScreening } from '@tonggwan/risk-screening';
import type { ServiceDefinition } from '@tonggwan/service-host';
import { taxAssessment } from '@tonggwan/tax-assessment';
import { timeRelease } from '@tonggwan/time-release';

/** Every service of the chain. */
export const SERVICES: readonly ServiceDefinition[] = [
  gateway,
  declarations,
  riskScreening,
  taxAssessment,
  payments,
  casework,
  release,
  timeRelease,
];

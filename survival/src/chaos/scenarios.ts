import type { Scenario } from './scenario';
import { gatewayKilled, servicesKilled } from './scenarios/services-killed';
import { rollingRestart } from './scenarios/rolling-restart';

/** In the order in which they are run and printed. */
export const SCENARIOS: readonly Scenario[] = [servicesKilled, gatewayKilled, rollingRestart];

import type { Scenario } from './scenario';
import { allInOneKilled } from './scenarios/all-in-one-killed';
import { backendsTerminated, poolExhausted, postgresRestarted } from './scenarios/database-gone';
import { databaseRestored } from './scenarios/database-restored';
import { kafkaGone } from './scenarios/kafka-gone';
import { overload } from './scenarios/overload';
import { poison } from './scenarios/poison';
import { eventsThreeTimes, recordsDeleted } from './scenarios/records';
import { rollingRestart } from './scenarios/rolling-restart';
import { gatewayKilled, servicesKilled } from './scenarios/services-killed';
import { servicesStopped } from './scenarios/services-stopped';
import { twoVersions } from './scenarios/two-versions';

/** In the order in which they are run and printed. */
export const SCENARIOS: readonly Scenario[] = [
  servicesKilled,
  gatewayKilled,
  rollingRestart,
  twoVersions,
  servicesStopped,
  postgresRestarted,
  backendsTerminated,
  poolExhausted,
  databaseRestored,
  kafkaGone,
  recordsDeleted,
  eventsThreeTimes,
  poison,
  overload,
  allInOneKilled,
];

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, Registry } from 'prom-client';
import { absencesOf, type Vitals } from '../front/vitals';
import type { HostedService } from '../host/host-service';
import { LOOP_LOOK_MS } from '../metrics/metrics';

const NANOSECONDS = 1e9;

/** Of services whose doors are in this thread. @param lanes how those are in the other one */
export function vitalsBesideLanes(services: readonly HostedService[], lanes: Vitals): Vitals {
  const registry = doorMetrics();
  return {
    faults: lanes.faults,
    absences: async () => ({ ...(await absencesOf(services)), ...(await lanes.absences()) }),
    metrics: async () => `${await lanes.metrics()}${await registry.metrics()}`,
  };
}

/** What Node says of a thread the lanes say of theirs. */
function doorMetrics(): Registry {
  const registry = new Registry();
  const delay = monitorEventLoopDelay({ resolution: LOOP_LOOK_MS });
  delay.enable();
  new Gauge({
    name: 'tonggwan_doors_eventloop_lag_p99_seconds',
    help: 'Delay of the event loop at the doors, where lanes have a thread of their own: the 99th since the last look.',
    registers: [registry],
    collect() {
      this.set(delay.percentile(99) / NANOSECONDS);
      delay.reset();
    },
  });
  return registry;
}

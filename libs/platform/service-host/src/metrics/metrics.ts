import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { HostedService } from '../host/host-service';
import { countLanes } from './lane-counters';
import { LogGauges } from './log-gauges';

/** A hundred looks a second at the event loop, as they are usual, are three in four of the times that an idle process wakes. */
export const LOOP_LOOK_MS = 50;

const BATCH_EVENTS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * What the services of this process do, for Prometheus, beside what Node says of its process (event-loop delay among it).
 * Each is described in docs/metrics.md.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly logs: LogGauges;

  constructor(services: readonly HostedService[]) {
    const [first, ...others] = services;
    // What Node says is of the process: that of one service bears its name, that of all bears none.
    if (first && others.length === 0) this.registry.setDefaultLabels({ service: first.definition.name });
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: LOOP_LOOK_MS });
    countLanes(this.registry, services);
    this.logs = new LogGauges(this.registry, services);
    this.measureBatches(services);
  }

  async text(): Promise<string> {
    await this.logs.look();
    return this.registry.metrics();
  }

  private measureBatches(services: readonly HostedService[]): void {
    const sizes = new Histogram({
      name: 'tonggwan_batch_events',
      help: 'Events that one transaction of the lanes brought to their effect.',
      labelNames: ['service'],
      buckets: BATCH_EVENTS,
      registers: [this.registry],
    });
    for (const { definition, batches } of services)
      batches.listen((events) => sizes.observe({ service: definition.name }, events));
  }
}

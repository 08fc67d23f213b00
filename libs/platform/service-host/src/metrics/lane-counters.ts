import { Counter, Gauge, type Registry } from 'prom-client';
import type { HostedService } from '../host/host-service';

/** What lanes count, under the names that Prometheus gives to counters. */
const COUNTED = {
  events: { name: 'tonggwan_events_total', help: 'Events that were taken.' },
  repeats: { name: 'tonggwan_repeats_total', help: 'Events that came again and were dropped.' },
  gaps: { name: 'tonggwan_gaps_total', help: 'Losses that were noticed and healed from the owner’s log.' },
  deadLetters: { name: 'tonggwan_dead_letters_total', help: 'Events that could not take effect.' },
  parked: { name: 'tonggwan_parked_total', help: 'Events that were put behind a dead letter.' },
  retries: { name: 'tonggwan_retries_total', help: 'Batches that were tried again.' },
} as const;

/** Since the start of the process; a lane that went to another process has taken its counts along. */
export function countLanes(registry: Registry, services: readonly HostedService[]): void {
  for (const [what, { name, help }] of Object.entries(COUNTED)) {
    const sumOf = ({ log }: HostedService): number =>
      (log.state()?.lanes() ?? []).reduce((sum, { counts }) => sum + counts[what as keyof typeof COUNTED], 0);
    new Counter({
      name,
      help,
      labelNames: ['service'],
      registers: [registry],
      collect() {
        this.reset();
        for (const service of services) this.inc({ service: service.definition.name }, sumOf(service));
      },
    });
  }
  new Gauge({
    name: 'tonggwan_lane_stopped',
    help: '1 where a lane stands still for somebody to look at.',
    labelNames: ['service', 'bucket'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { definition, log } of services)
        for (const { name, stopped } of log.state()?.lanes() ?? [])
          this.set({ service: definition.name, bucket: String(name.bucket) }, stopped ? 1 : 0);
    },
  });
}

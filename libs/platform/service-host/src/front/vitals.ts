import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { HostedService } from '../host/host-service';

/** Why a service cannot work, by service; empty when all can. */
export type Troubles = Readonly<Record<string, string>>;

/** Lanes that have stopped and consumers that have crashed: a restart is the only cure. */
export function faultsOf(services: readonly HostedService[]): Troubles {
  const faults = services.map(({ definition, log }) => [definition.name, log.state()?.fault()] as const);
  return Object.fromEntries(faults.flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
}

/** Services whose database does not answer: they may come round by themselves. */
export async function absencesOf(services: readonly HostedService[]): Promise<Troubles> {
  const looks = services.map(async ({ definition, connections }) => {
    try {
      await connections.pool.query('select 1');
      return [];
    } catch (error) {
      return [[definition.name, String(error)] as const];
    }
  });
  return Object.fromEntries((await Promise.all(looks)).flat());
}

/** What the lanes have done, for Prometheus, beside what Node says of its process (event-loop delay among it). */
export class Metrics {
  private readonly registry = new Registry();

  constructor(services: readonly HostedService[]) {
    const [first, ...others] = services;
    // What Node says is of the process: that of one service bears its name, that of all bears none.
    if (first && others.length === 0) this.registry.setDefaultLabels({ service: first.definition.name });
    collectDefaultMetrics({ register: this.registry });
    const help = 'What the lanes of this process have done since its start.';
    const labelNames = ['service', 'bucket', 'what'];
    new Gauge({
      name: 'tonggwan_lane',
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        for (const { definition, log } of services) {
          for (const lane of log.state()?.lanes() ?? []) {
            const labels = { service: definition.name, bucket: String(lane.name.bucket) };
            for (const [what, count] of Object.entries(lane.counts)) this.set({ ...labels, what }, count);
            this.set({ ...labels, what: 'stopped' }, lane.stopped ? 1 : 0);
          }
        }
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}

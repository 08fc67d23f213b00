import type { HostedService } from '../host/host-service';
import { Metrics } from '../metrics/metrics';

/** Why a service cannot work, by service; empty when all can. */
export type Troubles = Readonly<Record<string, string>>;

/** How services are. */
export interface Vitals {
  /** Lanes that have stopped and consumers that have crashed: a restart is the only cure. */
  faults(): Promise<Troubles>;
  /** Services whose database does not answer, or has gone back in time: they may come round by themselves. */
  absences(): Promise<Troubles>;
  /** What they do, as Prometheus reads it. */
  metrics(): Promise<string>;
}

/** Of services that are in this thread whole. */
export function vitalsOf(services: readonly HostedService[]): Vitals {
  const metrics = new Metrics(services);
  return {
    faults: () => Promise.resolve(faultsOf(services)),
    absences: () => absencesOf(services),
    metrics: () => metrics.text(),
  };
}

function faultsOf(services: readonly HostedService[]): Troubles {
  const faults = services.map(({ definition, log }) => [definition.name, log.state()?.fault()] as const);
  return Object.fromEntries(faults.flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
}

export async function absencesOf(services: readonly HostedService[]): Promise<Troubles> {
  const looks = services.map(async ({ definition, connections, store }) => {
    try {
      await connections.pool.query('select 1');
      const closed = await store.guard.lookWhileClosed();
      return closed ? [[definition.name, closed] as const] : [];
    } catch (error) {
      return [[definition.name, String(error)] as const];
    }
  });
  return Object.fromEntries((await Promise.all(looks)).flat());
}

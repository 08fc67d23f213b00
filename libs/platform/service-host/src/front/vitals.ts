import type { HostedService } from '../host/host-service';

/** Why a service cannot work, by service; empty when all can. */
export type Troubles = Readonly<Record<string, string>>;

/** Lanes that have stopped and consumers that have crashed: a restart is the only cure. */
export function faultsOf(services: readonly HostedService[]): Troubles {
  const faults = services.map(({ definition, log }) => [definition.name, log.state()?.fault()] as const);
  return Object.fromEntries(faults.flatMap(([name, fault]) => (fault ? [[name, fault]] : [])));
}

/** Services whose database does not answer, or has gone back in time: they may come round by themselves. */
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

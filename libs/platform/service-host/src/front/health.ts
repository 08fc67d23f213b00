import { wallClock } from '../ports';
import type { HostedService } from '../host/host-service';
import { askAll, type Neighbours, type Saying } from './neighbours';
import { absencesOf, type Troubles } from './vitals';

interface Health {
  readonly at: string;
  readonly ready: boolean;
  readonly services: Readonly<Record<string, Standing>>;
}

type Standing = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** Whether each service is ready, those of this process and those of the others that it knows. */
export async function healthOf(services: readonly HostedService[], others: Neighbours): Promise<Health> {
  const [absences, sayings] = await Promise.all([absencesOf(services), askAll(others, '/health/ready')]);
  const here = services.map(({ definition: { name } }) => [name, standing(absences[name])] as const);
  const there = sayings.map((saying) => [saying.service, standing(troubleOf(saying))] as const);
  const all = [...here, ...there];
  return {
    at: wallClock.now().toISOString(),
    ready: all.every(([, { ready }]) => ready),
    services: Object.fromEntries(all),
  };
}

function standing(trouble: string | undefined): Standing {
  return trouble === undefined ? { ready: true } : { ready: false, reason: trouble };
}

function troubleOf({ service, status, body }: Saying): string | undefined {
  if (status === 200) return undefined;
  const { absences } = (body ?? {}) as { absences?: Troubles };
  return absences?.[service] ?? 'it does not answer';
}

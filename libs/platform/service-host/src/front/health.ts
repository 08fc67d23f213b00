import { wallClock } from '../ports';
import { askAll, type Neighbours, type Saying } from './neighbours';
import type { Troubles, Vitals } from './vitals';

export interface Health {
  readonly at: string;
  readonly ready: boolean;
  readonly services: Readonly<Record<string, Standing>>;
}

type Standing = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** Whether each service is ready, those of this process, by their names, and those of the others that it knows. */
export async function healthOf(
  names: readonly string[],
  vitals: Vitals,
  others: Neighbours,
): Promise<Health> {
  const [absences, sayings] = await Promise.all([vitals.absences(), askAll(others, '/health/ready')]);
  const here = names.map((name) => [name, standing(absences[name])] as const);
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

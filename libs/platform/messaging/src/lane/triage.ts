import type { StoredEvent } from '../event';
import type { Mark, Positions } from '../store/store';

export interface Triage {
  /** Those to take now, in order for each source. */
  readonly next: readonly StoredEvent[];
  /** The first source that has a hole before what came, and the last position known of it. */
  readonly gap?: { readonly source: string; readonly after: number; readonly before: number };
}

export const NOWHERE: Mark = { epoch: 1, position: 0 };

/** At or below my position: a repeat, dropped. The next: taken. Beyond: a gap. */
export function triage(events: readonly StoredEvent[], positions: Positions): Triage {
  const reached = new Map<string, number>();
  const next: StoredEvent[] = [];
  let gap: Triage['gap'];
  for (const event of events) {
    const at = reached.get(event.source) ?? (positions[event.source] ?? NOWHERE).position;
    if (event.position <= at || gap?.source === event.source) continue;
    if (event.position > at + 1) {
      gap ??= { source: event.source, after: at, before: event.position };
      continue;
    }
    next.push(event);
    reached.set(event.source, event.position);
  }
  return { next, gap };
}

/** Where the lane stands when these events have been taken. */
export function moved(positions: Positions, events: readonly StoredEvent[]): Positions {
  const last = new Map<string, StoredEvent>();
  for (const event of events) last.set(event.source, event);
  const reached: Record<string, Mark> = { ...positions };
  for (const [source, { epoch, position }] of last) reached[source] = { epoch, position };
  return reached;
}

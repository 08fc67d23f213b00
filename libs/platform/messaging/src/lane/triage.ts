import type { StoredEvent } from '../event';
import type { Mark, Positions } from '../store/store';

export interface Triage {
  /** Those to take now, in order for each source. */
  readonly next: readonly StoredEvent[];
  /** The first source that has a hole before what came, and the last position known of it. */
  readonly gap?: {
    readonly source: string;
    /** Of the event beyond the hole. */
    readonly epoch: number;
    readonly after: number;
    readonly before: number;
  };
  /** Whether there is something of a later life behind those: it is to be entered before. */
  readonly later: boolean;
}

export const NOWHERE: Mark = { epoch: 1, position: 0 };

/** At or below my position, or of a life that is over: a repeat, dropped. The next: taken. Beyond: a gap. */
export function triage(events: readonly StoredEvent[], positions: Positions): Triage {
  const reached = new Map<string, Mark>();
  const next: StoredEvent[] = [];
  const later = new Set<string>();
  let gap: Triage['gap'];
  for (const event of events) {
    const { source, epoch, position } = event;
    const at = reached.get(source) ?? positions[source] ?? NOWHERE;
    if (epoch > at.epoch && position === at.position + 1) later.add(source);
    if (epoch < at.epoch || position <= at.position || gap?.source === source || later.has(source)) continue;
    if (position > at.position + 1) {
      gap ??= { source, epoch, after: at.position, before: position };
      continue;
    }
    next.push(event);
    reached.set(source, event);
  }
  return { next, gap, later: later.size > 0 };
}

/** Where the lane stands when these events have been taken. */
export function moved(positions: Positions, events: readonly StoredEvent[]): Positions {
  const last = new Map<string, StoredEvent>();
  for (const event of events) last.set(event.source, event);
  const reached: Record<string, Mark> = { ...positions };
  for (const [source, { epoch, position }] of last) reached[source] = { epoch, position };
  return reached;
}

import type { Channel } from '@tonggwan/contracts';
import { localDay } from '@tonggwan/kernel';
import { intervalsOf } from './intervals';
import { type Measures, measuresOf } from './measures';
import { earliest, latest, type Moment, type MomentName } from './moment';
import { startOf } from './span';

/** What an event tells of a declaration's life. */
export interface Fact {
  readonly declarationId: string;
  readonly party: string;
  readonly lrn?: string;
  readonly mrn?: string;
  readonly moments: readonly Moment[];
  /** When the log took it in: the wall's time, never the office's. */
  readonly appendedAt: string;
}

/** One declaration as the time study keeps it: everything but the names follows from the set of its moments. */
export interface Life extends Measures {
  readonly declarationId: string;
  readonly party: string;
  readonly lrn?: string;
  readonly mrn?: string;
  readonly office?: string;
  readonly channel?: Channel;
  /** The office's day on which the life began. */
  readonly day?: string;
  readonly moments: readonly Moment[];
  /** The wall's time at which lodging and release were appended. */
  readonly appended: { readonly lodged?: string; readonly released?: string };
  /** The system's own time from lodging to release in milliseconds of the wall, where nobody else was waited for. */
  readonly machine?: number;
}

/** A moment that comes back more often than this in one version (a tenth document asked for) tells nothing new. */
const SAME_MOMENTS_MAX = 20;

/**
 * Adds a fact to a life: in whatever order and however often facts come, the same life comes of it once it is
 * {@link measured}.
 */
export function noted(life: Life | undefined, fact: Fact, timeZone: string): Life | undefined {
  if (fact.moments.length === 0) return life;
  const moments = merged(life?.moments ?? [], fact.moments);
  if (life && moments === life.moments && !tellsMore(life, fact)) return life;
  const { declarationId, party } = fact;
  const start = startOf(moments);
  return {
    declarationId,
    party,
    lrn: fact.lrn ?? life?.lrn,
    mrn: fact.mrn ?? life?.mrn,
    office: latest(moments, 'office'),
    channel: latest(moments, 'channel'),
    day: start === startOf(life?.moments ?? []) ? life?.day : dayOf(start, timeZone),
    moments,
    appended: appendedOf(life, fact),
    ...UNMEASURED,
  };
}

const UNMEASURED: Measures = { durations: {}, unfinished: [] };

/** With what follows from all of its moments together. */
export function measured(life: Life): Life {
  const { moments, appended } = life;
  return { ...life, ...measuresOf(moments), machine: machineTime(moments, appended) };
}

const dayOf = (start: number | undefined, timeZone: string): string | undefined =>
  start === undefined ? undefined : localDay(new Date(start).toISOString(), timeZone);

const tellsMore = (life: Life, { lrn, mrn }: Fact): boolean =>
  (lrn !== undefined && lrn !== life.lrn) || (mrn !== undefined && mrn !== life.mrn);

function merged(known: readonly Moment[], added: readonly Moment[]): readonly Moment[] {
  const fresh = added.filter(
    (moment) => !known.some((other) => isSame(moment, other)) && hasRoom(known, moment),
  );
  return fresh.length > 0 ? [...known, ...fresh] : known;
}

const isSame = (one: Moment, other: Moment): boolean =>
  one.name === other.name &&
  one.version === other.version &&
  one.at === other.at &&
  one.caseId === other.caseId;

const hasRoom = (known: readonly Moment[], { name, version }: Moment): boolean =>
  known.filter((other) => other.name === name && other.version === version).length < SAME_MOMENTS_MAX;

function appendedOf(life: Life | undefined, { moments, appendedAt }: Fact): Life['appended'] {
  const says = (name: MomentName) => earliest(moments, name) !== undefined;
  return {
    lodged: life?.appended.lodged ?? (says('lodged') ? appendedAt : undefined),
    released: life?.appended.released ?? (says('released') ? appendedAt : undefined),
  };
}

/** Nobody but the system was waited for between lodging and release, so that no second of a person is in it. */
function machineTime(moments: readonly Moment[], { lodged, released }: Life['appended']): number | undefined {
  if (lodged === undefined || released === undefined) return undefined;
  const lodgedAt = earliest(moments, 'lodged') ?? 0;
  const releasedAt = earliest(moments, 'released') ?? 0;
  const waited = intervalsOf(moments).some(
    ({ owner, from, to }) => owner !== 'system' && from >= lodgedAt && to <= releasedAt,
  );
  return waited ? undefined : Math.max(0, Date.parse(released) - Date.parse(lodged));
}

import type { Channel } from '@tonggwan/contracts';

export type MomentName =
  | 'arrived'
  | 'lodged'
  | 'registered'
  | 'accepted'
  | 'rejected'
  | 'cancelled'
  | 'screened'
  | 'held'
  | 'assessed'
  | 'noticed'
  | 'secured'
  | 'settled'
  | 'control-opened'
  | 'hold-opened'
  | 'documents-asked'
  | 'concluded'
  | 'lifted'
  | 'released'
  | 'refused'
  | 'removed';

/** Something that happened to one version of a declaration, and what it says for the time study. */
export interface Moment {
  readonly name: MomentName;
  readonly version: number;
  /** The office's time, in milliseconds since 1970. */
  readonly at: number;
  readonly caseId?: string;
  readonly channel?: Channel;
  readonly office?: string;
  /** What the release waits for, as acceptance fixed it. */
  readonly conditions?: readonly string[];
  /** Cargo that is there need not be waited for, whether or not anybody said when it came. */
  readonly goodsPresent?: boolean;
}

/** The moments of these names by time; those of one instant as the names stand, what opens before what closes. */
export function inOrder(moments: readonly Moment[], names: readonly string[]): Moment[] {
  return moments
    .filter(({ name }) => names.includes(name))
    .sort((one, other) => one.at - other.at || names.indexOf(one.name) - names.indexOf(other.name));
}

/** The first of these moments in time, by any of the names. */
export function earliest(moments: readonly Moment[], ...names: readonly MomentName[]): number | undefined {
  let first: number | undefined;
  for (const { name, at } of moments) {
    if (names.includes(name) && (first === undefined || at < first)) first = at;
  }
  return first;
}

/** What the highest version says, where any says it. */
export function latest<Key extends 'channel' | 'office' | 'conditions'>(
  moments: readonly Moment[],
  key: Key,
): Moment[Key] | undefined {
  let found: Moment | undefined;
  for (const moment of moments) {
    if (moment[key] !== undefined && (!found || moment.version > found.version)) found = moment;
  }
  return found?.[key];
}

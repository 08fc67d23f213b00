import type { Condition } from '@tonggwan/contracts';
import type { ClearancePlan } from './clearance-plan';
import type { Facts } from './facts';
import type { Status } from '@tonggwan/contracts';

/** A declaration as it stands: the state that its broker sees, and what only officers see of it. */
export interface DeclarationState {
  readonly party: string;
  /** Events of an earlier version do not touch it. 0: nothing is known yet. */
  readonly version: number;
  readonly lrn?: string;
  /** Given once, at registration or acceptance, and kept by every later version. */
  readonly mrn?: string;
  readonly plan?: ClearancePlan;
  readonly facts: Facts;
  /** Follows from the facts; kept for who counts and lists. */
  readonly status: Status;
  readonly outstanding: readonly Condition[];
}

export const NOTHING_KNOWN: DeclarationState = {
  party: '',
  version: 0,
  facts: {},
  status: 'received',
  outstanding: [],
};

/** What is known of a version: nothing where it is newer than all that was heard of. */
export function factsOf(state: DeclarationState, version: number): Facts {
  return state.version === version ? state.facts : {};
}

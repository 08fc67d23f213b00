import type { DeclarationAccepted } from '@tonggwan/contracts';
import { byDeclaration, type StateTable } from '@tonggwan/messaging';
import type { InspectionsTaken } from './domain/inspection-day';
import { traderOf } from './domain/screened-declaration';
import type { ScreeningState } from './domain/screening';

/** Owns what belongs to no declarant. */
export const CUSTOMS = 'customs';

/** Somebody who has traded before, with the declaration that he was first seen in. */
export interface KnownTrader {
  readonly party: string;
  readonly declarationId: string;
}

export const screenings = byDeclaration<ScreeningState>('risk_screening.screening');

export const traders: StateTable<KnownTrader> = {
  name: 'risk_screening.trader',
  neverChanges: true,
  // Two of one trader at the same moment: the second knows him from the first.
  isShared: true,
  // Screening listens to no other event.
  keysOf: ({ data }) => [traderOf(data as DeclarationAccepted)],
};

/** The rows that are fought over most: the consumer locks them last, and only for those that ask for an inspection. */
export const inspections: StateTable<InspectionsTaken> = {
  name: 'risk_screening.inspection_day',
  isShared: true,
  keysOf: () => [],
};

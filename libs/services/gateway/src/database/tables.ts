import { type Batch, byDeclaration, bucketOf, type Received, type StateTable } from '@tonggwan/messaging';
import type { Consignment } from '../domain/consignment';
import type { Lodgement, Reference } from '../domain/lodgement';

export const lodgements = byDeclaration<Lodgement>('gateway.lodgement');

/** By party and local reference number. Only commands use it. */
export const references: StateTable<Reference> = { name: 'gateway.reference', keysOf: () => [] };

/** By transport document. Only commands use it. */
export const consignments: StateTable<Consignment> = { name: 'gateway.consignment', keysOf: () => [] };

/** How many answers each bucket has given: held until commit, so that the feed has no holes that fill up later. */
export const answerCounters: StateTable<{ party: string; last: number }> = {
  name: 'gateway.answer_counter',
  keysOf: (event: Received, _batch: Batch) => [counterKey(event.declarationId)],
};

export function counterKey(declarationId: string): string {
  return `bucket-${bucketOf(declarationId)}`;
}

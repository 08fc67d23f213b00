import {
  type Batch,
  byDeclaration,
  bucketOf,
  type GrowingTable,
  type Received,
  type StateTable,
} from '@tonggwan/messaging';
import type { Consignment } from '../domain/consignment';
import type { Lodgement, Reference } from '../domain/lodgement';
import type { RawMessage } from '../intake/message';

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

/** Each message as it came, before anything was made of it. */
export const rawMessages: GrowingTable<RawMessage> = {
  name: 'gateway.raw_message',
  columns: {
    id: 'uuid',
    party: 'text',
    subject: 'text',
    received_at: 'timestamptz',
    media_type: 'text',
    body: 'bytea',
    fault: 'text',
    declaration_ids: 'uuid[]',
  },
};

interface AnswerRow {
  readonly bucket: number;
  readonly position: number;
  readonly party: string;
  readonly declaration_id: string;
  readonly version: number;
  readonly type: string;
  readonly body: object;
  readonly at: string;
}

/** The feed. */
export const answers: GrowingTable<AnswerRow> = {
  name: 'gateway.answer',
  columns: {
    bucket: 'smallint',
    position: 'bigint',
    party: 'text',
    declaration_id: 'uuid',
    version: 'int',
    type: 'text',
    body: 'jsonb',
    at: 'timestamptz',
  },
};

export function counterKey(declarationId: string): string {
  return `bucket-${bucketOf(declarationId)}`;
}

import type { Form } from '@tonggwan/contracts';
import { EVENT_BYTES_MAX } from '@tonggwan/messaging';
import { type Caller, Problem } from '@tonggwan/service-host';
import { createHash } from 'node:crypto';
import { transportDocumentsOf } from '../domain/transport-documents';
import type { Reading } from '../forms/index';
import type { Message } from './message';

export interface Rights {
  readonly historical: boolean;
  readonly goodsPresent: boolean;
}

/** Room for what the events say beside the declaration itself. */
const ENVELOPE_BYTES = 16 * 1024;
const LRN_CHARACTERS_MAX = 100;

/** UN/EDIFACT 1225: an original, against an amendment or cancellation of one that is there already. */
const ORIGINAL = '9';

/** PostgreSQL keeps no such character, and no text that people write has one. */
const NUL_OR_LONE_SURROGATE = /\\u0000|\\ud[89a-f]/i;

/** What is to be lodged, or why it is not. */
export function messageOf(
  { declaration, unknownFields }: Reading,
  form: Form,
  { party }: Caller,
  rights: Rights,
  declarationId: string,
): Message | Problem {
  const text = JSON.stringify(declaration);
  const lrn = declaration.functionalReferenceID;
  const refusal = refusalOf(text, lrn, declaration.functionCode);
  if (refusal) return refusal;
  const contentHash = createHash('sha256').update(text).digest('hex');
  const transportDocuments = transportDocumentsOf(declaration);
  return {
    declarationId,
    party,
    lrn,
    form,
    contentHash,
    transportDocuments,
    ...rights,
    declaration,
    unknownFields,
  };
}

function refusalOf(text: string, lrn: string, functionCode: string = ORIGINAL): Problem | undefined {
  if (Buffer.byteLength(text) > EVENT_BYTES_MAX - ENVELOPE_BYTES) {
    return new Problem(413, 'too-large', `A declaration may have ${EVENT_BYTES_MAX - ENVELOPE_BYTES} bytes.`);
  }
  if (NUL_OR_LONE_SURROGATE.test(text)) {
    return new Problem(
      400,
      'malformed',
      'The message holds a character that is no text (NUL or half a surrogate pair).',
    );
  }
  if (lrn.length > LRN_CHARACTERS_MAX) {
    const errors = [
      { pointer: '/functionalReferenceID', detail: `has more than ${LRN_CHARACTERS_MAX} characters` },
    ];
    return new Problem(400, 'malformed', 'The reference is too long.', { errors });
  }
  if (functionCode !== ORIGINAL) {
    const errors = [
      { pointer: '/functionCode', detail: `is ${functionCode}; a new declaration has ${ORIGINAL}` },
    ];
    return new Problem(409, 'amendment-not-open', 'Amendments are not yet open at this door.', { errors });
  }
  return undefined;
}

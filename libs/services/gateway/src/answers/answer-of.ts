import {
  AssessmentHeld,
  DeclarationAccepted,
  DeclarationCancelled,
  type DeclarationEvent,
  DeclarationRegistered,
  DeclarationRejected,
  DocumentRequested,
  DutySecured,
  DutySettled,
  GoodsRefused,
  GoodsReleased,
  PaymentNoticeIssued,
  RequestRefused,
  TaxAssessed,
} from '@tonggwan/contracts';
import { hash32 } from '@tonggwan/kernel';

export interface AnswerForm {
  readonly type: string;
  readonly fields: readonly string[];
  /** Where the rest stands, among the doors of the declaration. */
  readonly door?: 'assessment';
  /** Somebody has asked or was asked: it may be told as often as that happens. */
  readonly isRepeatable?: true;
}

/**
 * What a party is told of an event: these fields and no others. What an officer keeps to himself (channels, reasons,
 * profiles, cases) stands in no list.
 */
export const ANSWERS: Readonly<Record<string, AnswerForm>> = {
  [DeclarationRegistered.type]: { type: 'registered', fields: ['mrn', 'registeredAt', 'taxPointAt'] },
  [DeclarationAccepted.type]: {
    type: 'accepted',
    fields: ['mrn', 'acceptedAt', 'taxPointAt', 'taxPointBasis'],
  },
  [DeclarationRejected.type]: { type: 'rejected', fields: ['rejectedAt', 'errors'] },
  [DeclarationCancelled.type]: { type: 'cancelled', fields: ['cancelledAt', 'reason'] },
  [RequestRefused.type]: {
    type: 'request-refused',
    fields: ['request', 'refusedAt', 'reason'],
    isRepeatable: true,
  },
  [TaxAssessed.type]: {
    type: 'assessed',
    fields: ['stage', 'assessedAt', 'totals', 'assessed', 'payable', 'nilReason'],
    door: 'assessment',
  },
  [AssessmentHeld.type]: { type: 'held', fields: ['heldAt', 'reason', 'details'] },
  [PaymentNoticeIssued.type]: {
    type: 'payment-notice',
    fields: ['noticeNumber', 'amount', 'reason', 'issuedAt'],
  },
  [DutySecured.type]: { type: 'secured', fields: ['how', 'amount', 'reference', 'securedAt'] },
  [DutySettled.type]: { type: 'settled', fields: ['amount', 'settledAt'] },
  [DocumentRequested.type]: {
    type: 'document-requested',
    fields: ['document', 'text', 'requestedAt'],
    isRepeatable: true,
  },
  [GoodsReleased.type]: { type: 'released', fields: ['mrn', 'releasedAt'] },
  [GoodsRefused.type]: { type: 'refused', fields: ['outcome', 'reason', 'refusedAt'] },
};

/** The body of the answer, with a link to the rest where the answer is not all of it. */
export function answerBody(
  { fields, door }: AnswerForm,
  data: DeclarationEvent,
): Readonly<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  for (const field of fields) if (field in data) told[field] = valueOf(data, field);
  if (!door) return told;
  const { declarationId, version } = data;
  return { ...told, links: { [door]: `/declarations/${declarationId}/${door}?version=${version}` } };
}

/**
 * By what it is known that this was told before: everything but the instants, since a service that was set back to a backup
 * decides the same at another one. Undefined where the same may be told again.
 */
export function digestOf(
  { type, fields, isRepeatable }: AnswerForm,
  data: DeclarationEvent,
): string | undefined {
  if (isRepeatable) return undefined;
  const decided = fields.filter((field) => !field.endsWith('At'));
  const content = decided.map((field) => valueOf(data, field));
  return hash32(JSON.stringify([type, data.version, content])).toString(36);
}

function valueOf(data: DeclarationEvent, field: string): unknown {
  return (data as unknown as Readonly<Record<string, unknown>>)[field];
}

import {
  AssessmentHeld,
  DeclarationAccepted,
  DeclarationCancelled,
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

/**
 * What a party is told of an event: these fields and no others. What an officer keeps to himself (channels, reasons,
 * profiles, cases) stands in no list.
 */
export const ANSWERS: Readonly<
  Record<string, { readonly type: string; readonly fields: readonly string[] }>
> = {
  [DeclarationRegistered.type]: { type: 'registered', fields: ['mrn', 'registeredAt', 'taxPointAt'] },
  [DeclarationAccepted.type]: {
    type: 'accepted',
    fields: ['mrn', 'acceptedAt', 'taxPointAt', 'taxPointBasis'],
  },
  [DeclarationRejected.type]: { type: 'rejected', fields: ['rejectedAt', 'errors'] },
  [DeclarationCancelled.type]: { type: 'cancelled', fields: ['cancelledAt', 'reason'] },
  [RequestRefused.type]: { type: 'request-refused', fields: ['request', 'refusedAt', 'reason'] },
  [TaxAssessed.type]: {
    type: 'assessed',
    // Line by line it stands at the assessment's own door.
    fields: ['stage', 'assessedAt', 'totals', 'assessed', 'payable', 'nilReason'],
  },
  [AssessmentHeld.type]: { type: 'held', fields: ['heldAt', 'reason', 'details'] },
  [PaymentNoticeIssued.type]: {
    type: 'payment-notice',
    fields: ['noticeNumber', 'amount', 'reason', 'issuedAt'],
  },
  [DutySecured.type]: { type: 'secured', fields: ['how', 'amount', 'reference', 'securedAt'] },
  [DutySettled.type]: { type: 'settled', fields: ['amount', 'settledAt'] },
  [DocumentRequested.type]: { type: 'document-requested', fields: ['document', 'text', 'requestedAt'] },
  [GoodsReleased.type]: { type: 'released', fields: ['mrn', 'releasedAt'] },
  [GoodsRefused.type]: { type: 'refused', fields: ['outcome', 'reason', 'refusedAt'] },
};

export function answerBody(type: string, data: object): Readonly<Record<string, unknown>> {
  const fields = ANSWERS[type]?.fields ?? [];
  return Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name)));
}

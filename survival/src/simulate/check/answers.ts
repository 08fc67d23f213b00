import { type Check, groupedBy, type Violation } from './evidence';

/** What a party is told, by the event that it is told of. */
const ANSWERED: Readonly<Record<string, string>> = {
  DeclarationRegistered: 'registered',
  DeclarationAccepted: 'accepted',
  DeclarationRejected: 'rejected',
  DeclarationCancelled: 'cancelled',
  RequestRefused: 'request-refused',
  TaxAssessed: 'assessed',
  AssessmentHeld: 'held',
  PaymentNoticeIssued: 'payment-notice',
  DutySecured: 'secured',
  DutySettled: 'settled',
  DocumentRequested: 'document-requested',
  GoodsReleased: 'released',
  GoodsRefused: 'refused',
};

/** Everything is answered once, in the order in which its owner said it, and the feed of each bucket has no hole. */
export const answers: Check = ({ history, answers: rows }) => {
  const ordered = [...rows].sort((one, other) => one.position - other.position);
  const holes = [...groupedBy(ordered, ({ bucket }) => String(bucket))].flatMap(([bucket, feed]) =>
    feed.every(({ position }, index) => position === index + 1)
      ? []
      : [`the feed of bucket ${bucket} has a hole`],
  );
  const told = groupedBy(ordered, ({ declaration_id: id }) => id);
  const wrong = [...groupedBy(history, ({ key }) => key)].flatMap(([id, events]): Violation[] =>
    [...groupedBy(events, ({ source }) => source)].flatMap(([source, said]) => {
      const expected = said.flatMap(({ type }) => ANSWERED[type] ?? []);
      const types = new Set(said.map(({ type }) => ANSWERED[type]));
      const found = (told.get(id) ?? []).map(({ type }) => type).filter((type) => types.has(type));
      const isRight = expected.join() === found.join();
      return isRight ? [] : [`${id}: ${source} said ${expected.join(', ')}, answered ${found.join(', ')}`];
    }),
  );
  return [...holes, ...wrong];
};

import { type Check, groupedBy, type HistoryEvent, type Violation } from './evidence';

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

/**
 * Everything is answered once, in the order in which its owner said it, and the feed of each bucket has no hole. What an
 * owner has decided otherwise after it was set back may have been answered too, and what it says as before need not be again.
 */
export const answers: Check = ({ history, forked, answers: rows }) => {
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
      const spared = said.flatMap((event, index) =>
        ANSWERED[event.type] ? [said.slice(0, index).some((earlier) => isSaidAgain(event, earlier))] : [],
      );
      const types = new Set(said.map(({ type }) => ANSWERED[type]));
      const all = (told.get(id) ?? []).map(({ type }) => type).filter((type) => types.has(type));
      const others = forked.filter((event) => event.key === id && event.source === source);
      const found = without(
        all,
        expected,
        others.flatMap(({ type }) => ANSWERED[type] ?? []),
      );
      const isRight = isAnswered(expected, spared, found);
      return isRight ? [] : [`${id}: ${source} said ${expected.join(', ')}, answered ${found.join(', ')}`];
    }),
  );
  return [...holes, ...wrong];
};

function isSaidAgain(event: HistoryEvent, earlier: HistoryEvent): boolean {
  const isSame = event.type === earlier.type && event.data.version === earlier.data.version;
  return isSame && event.epoch > earlier.epoch;
}

/** @param spared which of the expected ones may be missing */
function isAnswered(
  expected: readonly string[],
  spared: readonly boolean[],
  found: readonly string[],
): boolean {
  let next = 0;
  const isLacking = expected.some((type, index) => {
    if (found[next] === type) next += 1;
    else return !spared[index];
    return false;
  });
  return !isLacking && next === found.length;
}

/** What was answered, but for the first of those of which there are more than expected. */
function without(
  answered: readonly string[],
  expected: readonly string[],
  others: readonly string[],
): readonly string[] {
  const left = [...answered];
  const countIn = (list: readonly string[], type: string): number =>
    list.filter((each) => each === type).length;
  for (const type of others)
    if (countIn(left, type) > countIn(expected, type)) left.splice(left.indexOf(type), 1);
  return left;
}

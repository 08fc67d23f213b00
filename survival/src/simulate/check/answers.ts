import { type AnswerRow, type Check, groupedBy, type HistoryEvent, type Violation } from './evidence';

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
 * The feed of each bucket has no hole, and everything that the logs have come to is answered in the order in which its owner
 * says it there, and once. What an owner said before he was set back may have been answered too, and what he says as before
 * need not be again.
 */
export const answers: Check = ({ history, lost, answers: rows }) => {
  const ordered = [...rows].sort((one, other) => one.position - other.position);
  return [...holesIn(ordered), ...wronglyAnswered(history, lost, ordered)];
};

function holesIn(ordered: readonly AnswerRow[]): Violation[] {
  return [...groupedBy(ordered, ({ bucket }) => String(bucket))].flatMap(([bucket, feed]) =>
    feed.every(({ position }, index) => position === index + 1)
      ? []
      : [`the feed of bucket ${bucket} has a hole`],
  );
}

function wronglyAnswered(
  history: readonly HistoryEvent[],
  lost: readonly HistoryEvent[],
  ordered: readonly AnswerRow[],
): Violation[] {
  const gone = new Set(lost);
  const fed = groupedBy(ordered, ({ declaration_id: id }) => id);
  const all = [...history, ...lost].filter(({ type }) => ANSWERED[type]);
  return [...groupedBy(all, ({ source, key }) => `${key}: ${source}`)].flatMap(([owner, sayings]) => {
    const types = new Set(sayings.map(({ type }) => ANSWERED[type]));
    const found = (fed.get(sayings[0]!.key) ?? []).filter(({ type }) => types.has(type)).map(nameOf);
    const said = sayings.filter((saying) => !gone.has(saying)).sort(inLog);
    const again = new Set(said.filter((event) => said.some((earlier) => isSaidAgain(event, earlier))));
    const expected = said.filter((saying) => !again.has(saying)).map(answerTo);
    const spared = sayings.filter((saying) => gone.has(saying) || again.has(saying)).map(answerTo);
    const isRight = isInOrder(expected, found) && areAmong(spared, without(found, expected));
    return isRight ? [] : [`${owner} said ${said.map(answerTo).join(', ')}, answered ${found.join(', ')}`];
  });
}

/** As its owner has it in the end: in the order of lives, and of positions in each. */
function inLog(one: HistoryEvent, other: HistoryEvent): number {
  return one.epoch - other.epoch || one.position - other.position;
}

function nameOf({ type, version }: AnswerRow): string {
  return `${type} (${version})`;
}

function answerTo({ type, data: { version } }: HistoryEvent): string {
  return `${ANSWERED[type]} (${version})`;
}

function isSaidAgain(event: HistoryEvent, earlier: HistoryEvent): boolean {
  const isSame = event.type === earlier.type && event.data.version === earlier.data.version;
  return isSame && event.epoch > earlier.epoch;
}

function isInOrder(expected: readonly string[], found: readonly string[]): boolean {
  let next = 0;
  for (const each of found) if (each === expected[next]) next += 1;
  return next === expected.length;
}

function areAmong(allowed: readonly string[], surplus: readonly string[]): boolean {
  return without(surplus, allowed).length === 0;
}

/** The things but for as many of each as are taken away. */
function without(things: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...things];
  for (const each of taken) {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

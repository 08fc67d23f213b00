import { type Check, type Evidence, groupedBy, type HistoryEvent, type Violation } from './evidence';

type Meets = (event: HistoryEvent) => boolean;

/** What meets a condition of a release. */
const MEETS: Readonly<Record<string, Meets>> = {
  control: ({ type, data }) =>
    (type === 'RiskAssessed' && ['green', 'blue'].includes(String(data.channel))) ||
    (type === 'ControlConcluded' && data.kind === 'control' && data.decision === 'clear'),
  payment: ({ type }) => type === 'DutySecured',
  hold: ({ type, data }) => type === 'TaxAssessed' && data.stage !== 'indicative',
  cargo: ({ type, data }) =>
    type === 'GoodsArrived' || (type === 'DeclarationAccepted' && data.goodsPresent === true),
};

const isRefusal: Meets = ({ type, data }) =>
  type === 'ControlConcluded' && data.kind !== 'audit' && data.decision === 'refuse';

/** Goods go when every condition is met by the same version, and then they do go. */
export const releases: Check = (evidence) =>
  [...groupedBy(evidence.history, ({ key }) => key)].flatMap(([id, events]) => [
    ...tooEarly(events).map((violation) => `${id}: ${violation}`),
    ...notAtAll(events).map((violation) => `${id}: ${violation}`),
    ...(isContested(id, evidence) ? [] : standing(id, events, evidence.standings)),
  ]);

const ENDS = ['GoodsReleased', 'GoodsRefused', 'ReleaseWithdrawn'];

/**
 * Whether an owner that was set back had decided otherwise, others have heard that, and the operator is told: of a release and
 * a cancellation in the same moment the other may come first.
 */
function isContested(id: string, { forked, forks }: Evidence): boolean {
  return forked.some(({ source, epoch, bucket, position, key, type }) => {
    const isListed = forks.some((fork) => {
      const isSameLog = fork.source === source && fork.epoch === epoch && fork.bucket === bucket;
      return isSameLog && fork.first <= position && position <= fork.last;
    });
    return key === id && ENDS.includes(type) && isListed;
  });
}

function tooEarly(events: readonly HistoryEvent[]): Violation[] {
  return events.flatMap(({ type, data }, index) => {
    if (type !== 'GoodsReleased') return [];
    const before = events.slice(0, index);
    return unmet(before, data.version).map(
      (condition) => `released in version ${data.version} without ${condition} of that version`,
    );
  });
}

function notAtAll(events: readonly HistoryEvent[]): Violation[] {
  const last = Math.max(...events.map(({ data }) => data.version));
  const accepted = events.some(({ type, data }) => type === 'DeclarationAccepted' && data.version === last);
  const isOver = events.some(({ type }) =>
    ['GoodsReleased', 'GoodsRefused', 'DeclarationCancelled'].includes(type),
  );
  if (!accepted || isOver) return [];
  if (events.some((event) => isRefusal(event) && event.data.version === last))
    return ['refused, and not told so'];
  return unmet(events, last).length === 0
    ? [`nothing is missing of version ${last}, and it is not released`]
    : [];
}

/** The conditions fixed at acceptance that nothing of the same version meets. */
function unmet(events: readonly HistoryEvent[], version: number): readonly string[] {
  const same = events.filter(({ data }) => data.version === version);
  const accepted = same.find(({ type }) => type === 'DeclarationAccepted');
  if (!accepted) return ['acceptance'];
  const conditions = accepted.data.conditions as readonly string[];
  return conditions.filter((condition) => !same.some((event) => MEETS[condition]?.(event)));
}

/** What is said of a declaration must have come to its own record. */
const NOTED: Readonly<Record<string, string>> = {
  RiskAssessed: 'screened',
  DutySecured: 'secured',
  DutySettled: 'settled',
  GoodsArrived: 'arrived',
  GoodsReleased: 'released',
  GoodsRefused: 'refused',
  DeclarationCancelled: 'cancelled',
  PaymentNoticeIssued: 'noticed',
};
const RELEASED = ['released', 'cleared', 'removed'];

function standing(
  id: string,
  events: readonly HistoryEvent[],
  standings: Evidence['standings'],
): Violation[] {
  const record = standings.find(({ declarationId }) => declarationId === id);
  if (!record) return [];
  const { status, version, facts } = record;
  const said = events.filter(({ data }) => data.version === version);
  const forgotten = said.flatMap(({ type }) => (NOTED[type] && !(NOTED[type] in facts) ? [type] : []));
  const isReleased = events.some(({ type, data }) => type === 'GoodsReleased' && data.version === version);
  return [
    ...forgotten.map((type) => `${id}: ${type} was said and is not in its record`),
    ...(isReleased === RELEASED.includes(status)
      ? []
      : [`${id}: stands as ${status}, released: ${isReleased}`]),
  ];
}

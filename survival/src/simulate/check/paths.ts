import { type Check, groupedBy, type HistoryEvent, type Violation } from './evidence';

/** Happens once at most to a version. */
const ONCE_A_VERSION = [
  'LodgementReceived',
  'DeclarationRegistered',
  'DeclarationAccepted',
  'DeclarationRejected',
  'RiskAssessed',
  'DutySecured',
  'DutySettled',
];
/** Happens once at most to a declaration, whatever its versions. */
const ONCE = ['DeclarationCancelled', 'GoodsReleased', 'GoodsRefused'];
/** Of these one at most. */
const ENDS = ['GoodsReleased', 'GoodsRefused'];
/** What must have been said of the same version before: one of these. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  DeclarationRegistered: ['LodgementReceived'],
  DeclarationAccepted: ['LodgementReceived'],
  DeclarationRejected: ['LodgementReceived'],
  RiskAssessed: ['DeclarationAccepted'],
  TaxAssessed: ['DeclarationRegistered', 'DeclarationAccepted'],
  AssessmentHeld: ['DeclarationRegistered', 'DeclarationAccepted'],
  DutySecured: ['TaxAssessed'],
  PaymentNoticeIssued: ['TaxAssessed'],
  DutySettled: ['TaxAssessed'],
  ControlConcluded: ['CaseOpened'],
  HoldLifted: ['CaseOpened'],
  GoodsReleased: ['DeclarationAccepted'],
};

/** Each declaration goes a way that the law knows, and comes to one end. */
export const paths: Check = ({ history, standings }) => {
  const byDeclaration = groupedBy(history, ({ key }) => key);
  const violations = [...byDeclaration].flatMap(([id, events]) => [
    ...pathOf(events).map((violation) => `${id}: ${violation}`),
  ]);
  const known = new Set(standings.map(({ declarationId }) => declarationId));
  const unknown = [...byDeclaration.keys()].filter((id) => !known.has(id));
  return [...violations, ...unknown.map((id) => `${id}: has no standing`)];
};

function pathOf(events: readonly HistoryEvent[]): Violation[] {
  const count = (type: string, version?: number): number =>
    events.filter((event) => event.type === type && (version === undefined || event.data.version === version))
      .length;
  const versions = [...new Set(events.map(({ data }) => data.version))];
  const often = [
    ...ONCE.filter((type) => count(type) > 1),
    ...ONCE_A_VERSION.filter((type) => versions.some((version) => count(type, version) > 1)),
  ];
  const ends = ENDS.filter((type) => count(type) > 0);
  return [
    ...often.map((type) => `${type} more than once`),
    ...(ends.length > 1 ? [`both ${ends.join(' and ')}`] : []),
    ...events.flatMap((event, index) => withoutReason(event, events.slice(0, index))),
    ...versions.flatMap((version) =>
      version > 1 && isAmendmentRefused(events) ? [] : openEnds(version, count),
    ),
  ];
}

function withoutReason({ type, data }: HistoryEvent, earlier: readonly HistoryEvent[]): Violation[] {
  const reasons = BEFORE[type];
  const isFounded =
    !reasons || earlier.some((other) => reasons.includes(other.type) && other.data.version === data.version);
  return isFounded ? [] : [`${type} of version ${data.version} without ${reasons.join(' or ')} before it`];
}

/** A later version of what is over by then is not taken. */
function isAmendmentRefused(events: readonly HistoryEvent[]): boolean {
  return events.some(({ type, data }) => type === 'RequestRefused' && data.request === 'amendment');
}

/** What was begun for a version is brought to its next step. */
function openEnds(version: number, count: (type: string, version: number) => number): Violation[] {
  const has = (type: string): boolean => count(type, version) > 0;
  const decided = ['DeclarationRejected', 'DeclarationRegistered', 'DeclarationAccepted'].some(has);
  const faults: Violation[] = [];
  if (has('LodgementReceived') && !decided) faults.push(`version ${version} was never examined`);
  if (has('DeclarationRejected') && has('DeclarationAccepted'))
    faults.push(`version ${version} is rejected and accepted`);
  if (has('DeclarationAccepted') && !has('RiskAssessed'))
    faults.push(`version ${version} was never screened`);
  if (has('DeclarationAccepted') && !has('TaxAssessed') && !has('AssessmentHeld'))
    faults.push(`version ${version} was never assessed`);
  return faults;
}

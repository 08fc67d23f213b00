import { earliest, inOrder, type Moment, type MomentName } from './moment';
import type { Step } from './steps';

/** Somebody had to act between two instants, in milliseconds since 1970; without `to` he still has to. */
export interface Wait {
  readonly step: Step;
  readonly from: number;
  readonly to?: number;
}

/** What each moment of one strand of work makes everybody wait for, in order; `null`: for nothing any more. */
type Turns = Partial<Record<MomentName, Step | null>>;

const CONTROL: Turns = { 'control-opened': 'control', 'documents-asked': 'documents', concluded: null };
/** A hold is over, too, when an assessment has overtaken it. */
const HOLD: Turns = {
  held: 'hold',
  'documents-asked': 'documents',
  concluded: null,
  lifted: null,
  assessed: null,
};
const PAYMENT: Turns = { noticed: 'payment', secured: null };

/** Every wait before the release. What holds for one version ends where the next is accepted. */
export function waitsOf(moments: readonly Moment[]): Wait[] {
  const accepted = moments.filter(({ name }) => name === 'accepted');
  const versions = [...new Set(moments.map(({ version }) => version))];
  const ofVersions = versions.flatMap((version) => {
    const replacedAt = earliest(
      accepted.filter((moment) => moment.version > version),
      'accepted',
    );
    return waitsOfVersion(moments.filter((moment) => moment.version === version)).map((wait) =>
      cut(wait, replacedAt),
    );
  });
  return [...lodgingOf(moments), ...arrivalOf(moments), ...ofVersions];
}

function waitsOfVersion(moments: readonly Moment[]): Wait[] {
  const assessments = moments.filter(({ name }) => name === 'held' || name === 'assessed');
  return [
    ...strand(ofCases(moments, 'control-opened'), CONTROL),
    ...strand([...assessments, ...ofCases(moments, 'hold-opened')], HOLD),
    ...strand(moments, PAYMENT),
  ];
}

/** What was said in the cases that were opened so: audits after the release are nobody's wait. */
function ofCases(moments: readonly Moment[], opening: MomentName): Moment[] {
  const cases = new Set(moments.filter(({ name }) => name === opening).map(({ caseId }) => caseId));
  return moments.filter(({ caseId }) => caseId !== undefined && cases.has(caseId));
}

/** The waits of one strand, one after the other: each lasts until another moment turns it. */
function strand(moments: readonly Moment[], turns: Turns): Wait[] {
  const waits: Wait[] = [];
  let open: { step: Step; from: number } | undefined;
  for (const moment of inOrder(moments, Object.keys(turns))) {
    const step = turns[moment.name];
    if (open?.step === step) continue;
    if (open) waits.push({ ...open, to: moment.at });
    open = step ? { step, from: moment.at } : undefined;
  }
  return open ? [...waits, open] : waits;
}

/** The goods were there and nobody had lodged for them. */
function lodgingOf(moments: readonly Moment[]): Wait[] {
  const [from, to] = [earliest(moments, 'arrived'), earliest(moments, 'lodged')];
  return from !== undefined && to !== undefined && from < to ? [{ step: 'lodging', from, to }] : [];
}

/** Lodged for goods that were not there: registered, or accepted with the cargo to come. */
function arrivalOf(moments: readonly Moment[]): Wait[] {
  const asking = moments.filter(
    ({ name, conditions, goodsPresent }) =>
      name === 'registered' || (conditions?.includes('cargo') && !goodsPresent),
  );
  const from = earliest(asking, 'registered', 'accepted');
  const to = earliest(moments, 'arrived');
  if (from === undefined || (to !== undefined && to <= from)) return [];
  return [{ step: 'arrival', from, to }];
}

function cut(wait: Wait, end: number | undefined): Wait {
  return end !== undefined && (wait.to === undefined || wait.to > end) ? { ...wait, to: end } : wait;
}

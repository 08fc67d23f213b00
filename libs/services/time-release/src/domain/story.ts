import { type Interval, intervalsOf } from './intervals';
import type { Life } from './life';
import { stepNow } from './measures';
import type { MomentName } from './moment';
import { type Owner, type Step, STEP_OWNERS } from './steps';

/** The life of one declaration as its owner and customs may read it; instants in ISO 8601, durations in milliseconds. */
export interface LifeStory {
  readonly declarationId: string;
  readonly lrn?: string;
  readonly mrn?: string;
  readonly office?: string;
  /** For customs only. */
  readonly channel?: string;
  readonly milliseconds: number;
  readonly untilRelease?: number;
  /** The step that is waited in now, and for whom; absent when the life is over. */
  readonly waiting?: { readonly step: Step; readonly owner: Owner };
  readonly intervals: readonly (Omit<Interval, 'from' | 'to'> & {
    readonly from: string;
    readonly to: string;
  })[];
  readonly moments: readonly { readonly name: MomentName; readonly version: number; readonly at: string }[];
}

/** @param now the end of a life that is not over, in milliseconds since 1970 */
export function storyOf(life: Life, now: number, forCustoms: boolean): LifeStory {
  const { declarationId, lrn, mrn, office, channel, moments, durations } = life;
  const step = stepNow(moments);
  const intervals = intervalsOf(moments, step ? now : undefined);
  return {
    declarationId,
    lrn,
    mrn,
    office,
    channel: forCustoms ? channel : undefined,
    milliseconds: intervals.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
    untilRelease: durations['until-release'],
    waiting: step && { step, owner: STEP_OWNERS[step] },
    intervals: intervals.map((interval) => ({ ...interval, from: iso(interval.from), to: iso(interval.to) })),
    moments: [...moments]
      .sort((one, other) => one.at - other.at)
      .map(({ name, version, at }) => ({ name, version, at: iso(at) })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

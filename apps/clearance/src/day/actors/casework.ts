import type { OfficerRate } from '@tonggwan/contracts';
import type { Draw } from '../plan/draw';
import type { PlannedDeclaration, SamplePlan } from '../plan/sample-plan';

/** A case as the file shows it to an officer. */
export interface OpenCase {
  readonly caseId: string;
  readonly declarationId: string;
  readonly kind: string;
  readonly channel?: string;
}

interface Decision {
  readonly decision: 'clear' | 'refuse' | 'request-document';
  readonly reason?: string;
  readonly outcome?: string;
  readonly document?: string;
  readonly rates?: readonly OfficerRate[];
}

interface Work {
  /** Of the office's time, until the case is decided. */
  readonly minutes: number;
  /** What the officer asks for before he can decide. */
  readonly document?: Decision;
}

/** Medians in minutes: goods take longer to look at than papers, and a trader longer to find a paper than both. */
const MINUTES = { red: 75, yellow: 25, hold: 45, document: 110 };
const SPREAD = 0.6;
/** Per cent. */
const SHARES = { document: 12, refusedRed: 8, refusedYellow: 2, unsettled: 25 };
const OUTCOMES = ['detained', 're-exported', 'abandoned', 'seized', 'destroyed'];
/** A made-up rate for made-up goods. */
const RATE_PERCENT = '8';

/** How long an officer is at a case, drawn from a distribution that nobody has measured. */
export function workOn({ kind, channel }: OpenCase, chance: Draw): Work {
  const minutes = chance.logNormal(MINUTES[kind === 'hold' ? 'hold' : isRed(channel)], SPREAD);
  if (kind === 'hold' || !chance.happens(SHARES.document)) return { minutes };
  const document = { decision: 'request-document', document: 'commercial invoice' } as const;
  return { minutes: minutes + chance.logNormal(MINUTES.document, SPREAD), document };
}

/** What he decides; nothing where he does not know the rate either and leaves the case to others. */
export function decisionOn(
  { kind, channel }: OpenCase,
  planned: PlannedDeclaration,
  plan: SamplePlan,
  chance: Draw,
): Decision | undefined {
  if (kind === 'hold') {
    if (chance.happens(SHARES.unsettled)) return undefined;
    return { decision: 'clear', reason: 'Rate found', rates: missingRates(planned, plan) };
  }
  const refused = isRed(channel) === 'red' ? SHARES.refusedRed : SHARES.refusedYellow;
  if (!chance.happens(refused)) return { decision: 'clear', reason: 'Documents and goods agree' };
  return { decision: 'refuse', reason: 'Goods are not as declared', outcome: chance.oneOf(OUTCOMES) };
}

function isRed(channel: string | undefined): 'red' | 'yellow' {
  return channel === 'red' ? 'red' : 'yellow';
}

function missingRates({ goods }: PlannedDeclaration, { pack, day }: SamplePlan): OfficerRate[] {
  const { commodity, origin } = goods;
  const charges = pack.charges({
    commodityCode: commodity.code,
    origin,
    rateClass: commodity.rateClass,
    on: day,
  });
  return charges
    .filter(({ rate }) => !rate)
    .map(({ tax }) => ({
      sequence: 1,
      tax: tax.code,
      rate: RATE_PERCENT,
      source: 'simulated officer',
    }));
}

import type { Draw } from '@tonggwan/clearance';
import type { World } from '../world/world';
import type { Testimony } from './broker';
import type { Consignment } from './consignments';
import { errand, Refused } from './errand';

const LOOK_MS = 250;
const OFFICER = { subject: 'officer-1', party: 'CUSTOMS', roles: ['officer' as const] };

interface CaseRow {
  readonly caseId: string;
  readonly kind: 'control' | 'hold' | 'audit';
  readonly status: string;
}

interface ObligationRow {
  readonly notice?: {
    readonly number: string;
    readonly status: string;
    readonly amount: string;
    readonly currency: string;
  };
}

export async function terminal(
  world: World,
  { lrn, transportDocument, arrivesAt }: Consignment,
): Promise<void> {
  await world.time.sleep(arrivesAt);
  const at = world.clock.now().toISOString();
  await errand(world, 'gateway', `${lrn} arrival`, ({ presence }) =>
    presence.note({ movement: 'arrival', at, transportDocument }),
  );
}

/** Looks into the queue for as long as the run goes on, and decides whatever is open. */
export async function officer(world: World): Promise<void> {
  while (!world.isOver) {
    await world.time.sleep(LOOK_MS);
    for (const { caseId, kind } of openCases(world)) await decide(world, caseId, kind);
  }
}

export function openCases(world: World): readonly CaseRow[] {
  const rows = [...world.database('casework').tableOf('casework.case').values()];
  return rows.map(({ state }) => state as CaseRow).filter(({ status }) => status === 'open');
}

async function decide(world: World, caseId: string, kind: CaseRow['kind']): Promise<void> {
  const chance = world.fate.draw(`case ${caseId}`);
  try {
    await errand(world, 'casework', `claim ${caseId}`, ({ decisions }) =>
      decisions.claim(OFFICER, caseId, {}),
    );
    await errand(world, 'casework', `decision ${caseId}`, ({ decisions }) =>
      decisions.decide(OFFICER, caseId, decisionOn(kind, world, chance)),
    );
  } catch (error) {
    // Closed meanwhile, or decided by the try whose answer got lost.
    if (!(error instanceof Refused)) throw error;
  }
}

function decisionOn(kind: CaseRow['kind'], { pack, clock }: World, chance: Draw): object {
  if (chance.happens(15)) return { decision: 'refuse', reason: 'not as declared', outcome: 'detained' };
  const day = clock.now().toISOString().slice(0, 10);
  const duty = pack.taxes(day).find((tax) => tax.kind === 'duty');
  const rates = [{ sequence: 1, tax: duty?.code, rate: '8', source: 'ruling' }];
  return { decision: 'clear', reason: 'in order', ...(kind === 'hold' ? { rates } : {}) };
}

/** Pays the notices that somebody means to pay, some of them at two counters at once, until it hears that they are paid. */
export async function bank(
  world: World,
  consignments: readonly Consignment[],
  told: Testimony,
): Promise<void> {
  const known = new Set<string>();
  while (!world.isOver) {
    await world.time.sleep(LOOK_MS);
    for (const { declarationId, notice } of openNotices(world)) {
      const { lrn } = told.lodged.find((one) => one.declarationId === declarationId) ?? {};
      const paysAfter = consignments.find((one) => one.lrn === lrn)?.paysAfter;
      if (known.has(notice.number) || paysAfter === undefined) continue;
      known.add(notice.number);
      const chance = world.fate.draw(`payments of ${notice.number}`);
      const counters = chance.happens(30) ? ['A', 'B'] : ['A'];
      for (const counter of counters)
        void world.time.sleep(paysAfter + chance.below(200)).then(() => pay(world, counter, notice, told));
    }
  }
}

function openNotices(
  world: World,
): { readonly declarationId: string; readonly notice: NonNullable<ObligationRow['notice']> }[] {
  return [...world.database('payments').tableOf('payments.obligation')].flatMap(
    ([declarationId, { state }]) => {
      const { notice } = state as ObligationRow;
      return notice?.status === 'open' ? [{ declarationId, notice }] : [];
    },
  );
}

async function pay(
  world: World,
  counter: string,
  { number: noticeNumber, amount, currency }: NonNullable<ObligationRow['notice']>,
  told: Testimony,
): Promise<void> {
  const reference = `BANK-${counter}-${noticeNumber}`;
  try {
    await errand(world, 'payments', `payment ${reference}`, ({ payments }) =>
      payments.pay({ noticeNumber, amount: { amount, currency }, reference }),
    );
    told.paid.push({ noticeNumber, reference });
  } catch (error) {
    // Withdrawn meanwhile, or paid at the other counter.
    if (!(error instanceof Refused)) throw error;
  }
}

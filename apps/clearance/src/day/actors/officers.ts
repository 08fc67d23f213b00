import { sleep } from '@tonggwan/messaging';
import { Refusal } from '../../client/api-client';
import type { Office } from '../office';
import { Draw } from '../plan/draw';
import { MINUTE } from '../plan/working-day';
import { decisionOn, type OpenCase, workOn } from './casework';

const LOOK_MS = 250;
const DECLARATIONS_EACH = 110;

interface CasePage {
  readonly cases: readonly { readonly caseId: string; readonly declarationId: string }[];
  readonly next?: string;
}

/** The officers on duty take the weightiest case that nobody works on, one after the other. */
export async function workOnCases(office: Office): Promise<void> {
  const { plan, errands } = office;
  await errands.until(plan.hours.officersFrom);
  const queue = new CaseQueue(office);
  const officers = Math.ceil(plan.sample / DECLARATIONS_EACH);
  await Promise.all(Array.from({ length: officers }, () => work(queue, office)));
}

async function work(queue: CaseQueue, office: Office): Promise<void> {
  while (office.errands.now < office.plan.hours.officersTo) {
    const caseId = await queue.next();
    if (caseId) await handle(caseId, office);
    else await sleep(LOOK_MS);
  }
}

async function handle(caseId: string, office: Office): Promise<void> {
  const { errands, register, tally, plan } = office;
  const call = <Answer>(method: 'get' | 'post', path: string, body?: object): Promise<Answer> =>
    errands.carryOut(() => office.as.officer[method]<Answer>(`/cases/${caseId}${path}`, body));
  try {
    await call('post', '/claim', {});
    const file = await call<OpenCase>('get', '');
    const planned = register.find(file.declarationId)!;
    const chance = new Draw(`${plan.seed}/officer/${planned.index}/${file.kind}`);
    const { minutes, document } = workOn(file, chance);
    if (document) await call('post', '/decision', document);
    await errands.until(errands.now + minutes * MINUTE);
    const decision = decisionOn(file, planned, plan, chance);
    await call('post', decision ? '/decision' : '/give-back', decision ?? {});
    tally.decided += decision ? 1 : 0;
  } catch (error) {
    // Somebody at the console was faster, or the case has become void.
    if (!(error instanceof Refusal && error.status === 409)) throw error;
  }
}

/** The cases before release that nobody has taken up; those of strangers' declarations are left to whoever looks on. */
class CaseQueue {
  private readonly taken = new Set<string>();
  private waiting: string[] = [];
  private filling: Promise<void> | undefined;
  private filledAt = 0;

  constructor(private readonly office: Office) {}

  async next(): Promise<string | undefined> {
    if (this.waiting.length === 0 && Date.now() - this.filledAt > LOOK_MS) {
      this.filling ??= this.fill().finally(() => (this.filling = undefined));
      await this.filling;
    }
    return this.waiting.shift();
  }

  private async fill(): Promise<void> {
    const { as, register } = this.office;
    for (const kind of ['control', 'hold']) {
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const after: string = cursor && `&cursor=${cursor}`;
        const page: CasePage = await as.officer.get(`/cases?kind=${kind}${after}`);
        const fresh = page.cases.filter(
          ({ caseId, declarationId }) => register.find(declarationId) && !this.taken.has(caseId),
        );
        fresh.forEach(({ caseId }) => this.taken.add(caseId));
        this.waiting.push(...fresh.map(({ caseId }) => caseId));
        cursor = page.next;
      }
    }
    this.filledAt = Date.now();
  }
}

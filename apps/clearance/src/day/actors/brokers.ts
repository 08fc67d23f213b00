import { sleep } from '@tonggwan/messaging';
import { type ApiClient, Refusal } from '../../client/api-client';
import type { Office } from '../office';
import { BROKERS, type BrokerName } from '../plan/clientele';
import { declarationOf } from '../plan/declaration-of';
import type { PlannedDeclaration } from '../plan/sample-plan';
import { remove } from './terminal';

export const BROKER_NAMES = Object.keys(BROKERS) as BrokerName[];

/** What waits longer than this is lodged in one message with the next. */
const TICK_MS = 40;
const TOGETHER_MAX = 100;
const PAGE = 100;
const LOOK_MS = 250;
const CANCEL_TRIES_MAX = 60;
const CANCEL_AGAIN_MS = 500;

type Receipt =
  | { readonly id: string; readonly status: string }
  | { readonly status: number; readonly title: string; readonly detail: string };

/** Lodges what the plan says, in its order. What was lodged before a restart is lodged again: it gets the first answer. */
export async function lodge(office: Office): Promise<void> {
  const { plan, errands } = office;
  for (let next = 0; next < plan.sample;) {
    const due: PlannedDeclaration[] = [];
    while (next < plan.sample && due.length < TOGETHER_MAX && plan.lodgesAt(next) <= errands.now) {
      due.push(plan.declaration(next));
      next += 1;
    }
    if (due.length < TOGETHER_MAX) await sleep(TICK_MS);
    await errands.carryOut(async () => {
      await Promise.all(BROKER_NAMES.map((broker) => lodgeFor(broker, due, office)));
    }, due.length);
  }
}

async function lodgeFor(
  broker: BrokerName,
  due: readonly PlannedDeclaration[],
  office: Office,
): Promise<void> {
  const mine = due.filter(({ client }) => client.broker === broker);
  if (mine.length === 0) return;
  const { pack, day } = office.plan;
  const messages = mine.map((planned) => declarationOf(planned, pack, day));
  const receipts = await office.as[broker].post<Receipt[]>('/declarations', messages);
  mine.forEach((planned, place) => enter(office, planned, receipts[place]!));
}

function enter(
  office: Office,
  { index, lrn, client, cancelsAt }: PlannedDeclaration,
  receipt: Receipt,
): void {
  if (!('id' in receipt)) throw new Error(`${lrn} is not taken: ${receipt.title} ${receipt.detail}`);
  const { id } = receipt;
  office.tally.lodged += 1;
  office.register.enter(id, index);
  if (cancelsAt !== undefined) office.errands.at(cancelsAt, () => cancel(id, office.as[client.broker]));
}

/** Asked again where the declaration has not got to whoever decides that. */
async function cancel(id: string, broker: ApiClient): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await broker.post(`/declarations/${id}/cancellation`, { reason: 'The goods do not come' });
    } catch (error) {
      const isUnknown = error instanceof Refusal && error.status === 404;
      if (!isUnknown || tries >= CANCEL_TRIES_MAX) throw error;
      await sleep(CANCEL_AGAIN_MS);
    }
  }
}

interface Feed {
  readonly answers: readonly { readonly declarationId: string; readonly type: string }[];
  readonly next: string;
}

/** Reads what customs answers, and sends somebody for the goods that are released. */
export async function readAnswers(broker: BrokerName, office: Office): Promise<void> {
  const { errands, register, tally } = office;
  for (let cursor = ''; !errands.isOver;) {
    const after = cursor && `&after=${cursor}`;
    const { answers, next } = await office.as[broker].get<Feed>(`/answers?limit=${PAGE}${after}`);
    for (const { declarationId, type } of answers) {
      if (type !== 'released') continue;
      tally.released += 1;
      register.whenKnown(declarationId, (planned) => collect(planned, office));
    }
    cursor = next;
    if (answers.length < PAGE) await sleep(LOOK_MS);
  }
}

function collect({ removedAfter, transportDocument }: PlannedDeclaration, office: Office): void {
  if (removedAfter === undefined) return;
  office.errands.at(office.errands.now + removedAfter, () => remove(office, transportDocument));
}

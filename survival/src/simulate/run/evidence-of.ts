import { ALL_BUCKETS } from '@tonggwan/messaging';
import type { AnswerRow, Evidence, HistoryEvent, PostingRow, TransferRow } from '../check/evidence';
import type { Testimony } from '../people/broker';
import type { World } from '../world/world';

interface AccountState {
  readonly key: string;
  readonly used: string;
  readonly reserved: string;
}
type StandingState = Omit<Evidence['standings'][number], 'declarationId'>;

/** Reads what a run has left behind. */
export async function evidenceOf(
  world: World,
  told: Testimony,
  unrest: readonly string[],
): Promise<Evidence> {
  const inserted = (service: string, table: string): readonly object[] =>
    world.database(service).inserted.get(table) ?? [];
  const states = (service: string, table: string): [string, unknown][] =>
    [...world.database(service).tableOf(table)].map(([key, { state }]) => [key, state]);
  return {
    history: world.history.map((event): HistoryEvent => {
      const { source, bucket, position, key, type } = event;
      return { source, bucket, position, key, type, data: JSON.parse(event.data) as HistoryEvent['data'] };
    }),
    answers: inserted('gateway', 'gateway.answer') as AnswerRow[],
    transfers: inserted('payments', 'payments.transfer') as TransferRow[],
    postings: inserted('payments', 'payments.posting') as PostingRow[],
    accounts: states('payments', 'payments.account').map(([, state]) => state as AccountState),
    standings: states('declarations', 'declarations.declaration').map(([declarationId, state]) => ({
      declarationId,
      ...(state as StandingState),
    })),
    told,
    marks: world.engine === 'kafka' ? await marksOf(world) : [],
    buried: world.buried,
    unrest,
  };
}

async function marksOf(world: World): Promise<Evidence['marks']> {
  const marks: Evidence['marks'][number][] = [];
  for (const { name } of world.services) {
    for (const bucket of ALL_BUCKETS) {
      const { position: marked } = await world.database(name).mark(bucket);
      const carried = new Set(world.broker.carried(`${name}.1`, bucket));
      const lacking = Array.from({ length: marked }, (_, index) => index + 1).filter(
        (at) => !carried.has(at),
      );
      marks.push({ log: `${name}/${bucket}`, marked, lacking });
    }
  }
  return marks;
}

import { ALL_BUCKETS, type Appended } from '@tonggwan/messaging';
import type { AnswerRow, Evidence, HistoryEvent, PostingRow, TransferRow } from '../check/evidence';
import type { Testimony } from '../people/broker';
import type { World } from '../world/world';
import { historyOf } from './history-of';

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
  const { events, lost, forked } = await historyOf(world);
  return {
    history: events.map(asEvidence),
    lost: lost.map(asEvidence),
    forked: forked.map(asEvidence),
    forks: world.services.flatMap(({ name }) => world.database(name).forks),
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

function asEvidence({ source, epoch, bucket, position, key, type, data }: Appended[number]): HistoryEvent {
  return { source, epoch, bucket, position, key, type, data: JSON.parse(data) as HistoryEvent['data'] };
}

async function marksOf(world: World): Promise<Evidence['marks']> {
  const marks: Evidence['marks'][number][] = [];
  const epochs = await world.log.epochs(world.services.map(({ name }) => name));
  for (const { name } of world.services) {
    const { epoch, firsts } = epochs.get(name)!.at(-1)!;
    for (const bucket of ALL_BUCKETS) {
      const { position: marked } = await world.database(name).mark(bucket);
      const carried = new Set(world.broker.carried(`${name}.${epoch}`, bucket));
      const first = firsts[bucket]!;
      const lacking = Array.from({ length: marked - first + 1 }, (_, index) => first + index).filter(
        (at) => !carried.has(at),
      );
      marks.push({ log: `${name}/${bucket}`, marked, lacking });
    }
  }
  return marks;
}

import { Batch } from '../batch';
import type { DeadLetter } from '../store/store';
import { type Failure, failureOf } from './failure';
import { handle } from './handlers';
import { reasonOf } from './reason';
import { ENDED_THE_PROCESS, type Standing } from './standing';
import type { LaneParts } from './work';

/**
 * The dead letter of one declaration and all that waited behind it, in order, each in a transaction of the lane itself.
 * Ends at the first that fails again: what was before it has taken effect, the others wait on.
 */
export async function replay(key: string, standing: Standing, parts: LaneParts): Promise<void> {
  const letters = await parts.companion.store.transact((transaction) =>
    transaction.exhume(standing.name, key),
  );
  for (const letter of letters) {
    const failure = await tryAgain(letter, standing, parts);
    // The request stays, and the next look at it tries again.
    if (failure === 'retry' || failure === 'conflict') return standing.readAgain();
    if (failure) return;
  }
  await standing.transact({}, (transaction) => transaction.removeReplay(standing.name, key));
  standing.freeKey(key);
}

async function tryAgain(
  letter: DeadLetter,
  standing: Standing,
  { companion: { handlers, types, settings } }: LaneParts,
): Promise<Failure | undefined> {
  try {
    if (!(await standing.noteAttempt(letter.event))) {
      await stayDead(letter, ENDED_THE_PROCESS, standing);
      return 'poison';
    }
    await standing.transact({ attempt: null }, async (transaction) => {
      const batch = new Batch(transaction, types);
      await handle([letter.event], handlers, types, batch, settings.handlerMsMax);
      transaction.removeLetters([letter.id]);
      batch.flush();
    });
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    settings.onFailure?.(standing.name, failure, error);
    await standing.readAgain();
    if (failure !== 'retry' && failure !== 'conflict') await stayDead(letter, reasonOf(error), standing);
    return failure;
  }
}

async function stayDead({ id, event }: DeadLetter, reason: string, standing: Standing): Promise<void> {
  await standing.transact({ attempt: null }, (transaction) => {
    transaction.failLetter(id, reason);
    transaction.removeReplay(standing.name, event.key);
  });
}

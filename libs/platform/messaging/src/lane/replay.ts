import { Batch } from '../batch';
import type { Store } from '../store/store';
import { failureOf } from './failure';
import { handle } from './handlers';
import type { LaneParts } from './lane';
import type { Standing } from './standing';

export const REASON_CHARACTERS_MAX = 2_000;

/** The dead letter of one declaration and all that waited behind it, in order, in one transaction of the lane itself. */
export async function replay(
  key: string,
  standing: Standing,
  { store, handlers, types }: LaneParts,
): Promise<void> {
  try {
    await standing.transact({}, async (transaction) => {
      const letters = await transaction.exhume(standing.name, key);
      const batch = new Batch(transaction, types);
      const events = letters.map((letter) => letter.event);
      await handle(events, handlers, types, batch);
      await transaction.removeLetters(letters.map((letter) => letter.id));
      await transaction.removeReplay(standing.name, key);
      await batch.flush();
    });
    standing.freeKey(key);
  } catch (error) {
    await standing.readAgain();
    if (failureOf(error) === 'poison') await stayDead(key, String(error), standing, store);
  }
}

async function stayDead(key: string, reason: string, standing: Standing, store: Store): Promise<void> {
  await store.transact(async (transaction) => {
    const [first] = await transaction.exhume(standing.name, key);
    if (first) await transaction.failLetter(first.id, reason.slice(0, REASON_CHARACTERS_MAX));
    await transaction.removeReplay(standing.name, key);
  });
}

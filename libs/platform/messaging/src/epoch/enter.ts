import type { Standing } from '../lane/standing';
import { NOWHERE } from '../lane/triage';
import type { Mark } from '../store/store';
import { type Epoch, entryInto, type Fork } from './epoch';

/**
 * Has a lane go on in the lives that logs have begun since it was there. Answers the forks at which it stood, which are kept
 * in the same transaction.
 */
export async function enterEpochs(
  standing: Standing,
  epochs: ReadonlyMap<string, readonly Epoch[]>,
): Promise<readonly Fork[]> {
  const { consumer, bucket } = standing.name;
  const entered: Record<string, Mark> = {};
  const forks: Fork[] = [];
  for (const [source, lives] of epochs) {
    const mark = standing.positions[source] ?? NOWHERE;
    const entry = entryInto(lives, bucket, mark);
    if (!entry) continue;
    entered[source] = entry.mark;
    if (entry.lost) forks.push({ source, epoch: mark.epoch, bucket, ...entry.lost });
  }
  if (Object.keys(entered).length === 0) return [];
  const positions = { ...standing.positions, ...entered };
  try {
    await standing.transact({ positions }, (transaction) => {
      if (forks.length > 0) transaction.noteForks(consumer, forks);
    });
  } catch (error) {
    await standing.readAgain();
    throw error;
  }
  return forks;
}

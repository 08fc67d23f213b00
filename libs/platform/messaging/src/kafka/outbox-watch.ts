import type { Consumer } from '../engine/engine';
import type { History } from '../store/store';
import type { AssignedLane } from './assigned-lane';

const ASK_MS = 250;

/**
 * As long as Kafka does not deliver (it is away, or this process has only just joined) lanes have the outboxes asked
 * whether there is more. Answers how to end that.
 */
export function watchOutboxes(
  { name, sources, settings }: Consumer,
  history: History,
  lanes: readonly AssignedLane[],
  isServed: () => boolean,
): () => void {
  let isAsking = false;
  const ask = async (): Promise<void> => {
    const heads = await history.heads(sources);
    for (const assigned of lanes) {
      const { lane } = assigned;
      if (lane && sources.some((source) => lane.position(source) < heads.get(source)![lane.name.bucket]!))
        assigned.catchUp();
    }
  };
  const timer = setInterval(() => {
    if (isAsking || isServed()) return;
    isAsking = true;
    ask()
      .catch((error: unknown) => settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error))
      .finally(() => (isAsking = false));
  }, ASK_MS);
  return () => clearInterval(timer);
}

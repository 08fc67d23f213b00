import type { Lane } from '../lane/lane';
import type { History } from '../store/store';
import type { Consumer } from './engine';

const LOOK_MS = 5_000;

/**
 * Looks whether sources have begun new lives, and has the lanes enter them: a lane that is ahead of its owner hears of
 * nothing by itself. Answers how to end that.
 * @param onEntered when the lanes stand where they go on
 */
export function watchEpochs(
  { name, sources, settings }: Consumer,
  history: History,
  lanes: () => readonly Lane[],
  onEntered: () => Promise<void> | void,
): () => void {
  let known: string | undefined;
  const look = async (): Promise<void> => {
    const epochs = await history.epochs(sources);
    const found = JSON.stringify([...epochs]);
    const isNew = known !== undefined && found !== known;
    const entered = await Promise.all(lanes().map((lane) => lane.enter(epochs)));
    if (isNew || entered.includes(true)) await onEntered();
    known = found;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error));
  }, LOOK_MS);
  return () => clearInterval(timer);
}

import type { Epoch } from '../epoch/epoch';
import type { Lane } from '../lane/lane';
import type { History } from '../store/store';
import type { Consumer } from './engine';

const LOOK_MS = 5_000;

type Lives = ReadonlyMap<string, readonly Epoch[]>;

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
  const onFailure = (error: unknown): void =>
    settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error);
  const enter = async (lives: Lives): Promise<boolean> => {
    const entered = await Promise.all(lanes().map((lane) => lane.enter(lives)));
    return entered.includes(true);
  };
  return watchLives(sources, history, enter, onEntered, onFailure);
}

/** Calls back when sources have begun new lives since it was called. Answers how to end that. */
export function everyNewLife(
  sources: readonly string[],
  history: History,
  onNewLife: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => void {
  return watchLives(sources, history, () => Promise.resolve(false), onNewLife, onFailure);
}

/** @param see is shown them at each look; true where that has changed something */
function watchLives(
  sources: readonly string[],
  history: History,
  see: (lives: Lives) => Promise<boolean>,
  onChange: () => Promise<void> | void,
  onFailure: (error: unknown) => void,
): () => void {
  let known: string | undefined;
  const look = async (): Promise<void> => {
    const lives = await history.epochs(sources);
    const found = JSON.stringify([...lives]);
    const isNew = known !== undefined && found !== known;
    const hasChanged = await see(lives);
    if (isNew || hasChanged) await onChange();
    known = found;
  };
  const tick = (): void => void look().catch(onFailure);
  // A life that begins before the next look is new, too.
  tick();
  const timer = setInterval(tick, LOOK_MS);
  return () => clearInterval(timer);
}

import type { Lane } from '../lane/lane';
import type { Consumer } from './engine';

const LOOK_MS = 3_000;

/** Looks for replays that somebody asked for and has the lanes carry them out. Answers how to end that. */
export function watchReplays({ store, name, settings }: Consumer, lanes: () => readonly Lane[]): () => void {
  const look = async (): Promise<void> => {
    const buckets = new Set(await store.replayBuckets(name));
    if (buckets.size === 0) return;
    const asked = lanes().filter((lane) => buckets.has(lane.name.bucket));
    await Promise.all(asked.map((lane) => lane.replay()));
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error));
  }, LOOK_MS);
  return () => clearInterval(timer);
}

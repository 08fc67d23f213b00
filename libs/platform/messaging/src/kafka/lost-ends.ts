import type { Consumer } from '../engine/engine';
import type { Lane } from '../lane/lane';
import type { History } from '../store/store';

/**
 * A record that is lost leaves a gap, unless it is the last. So a lane that has stood still since the last look, while its
 * owner was already further then, pulls what it lacks. Answers how to end that.
 */
export function watchLostEnds(
  { name, sources, settings }: Consumer,
  history: History,
  lanes: () => readonly Lane[],
  lookMs: number,
): () => void {
  let before = new Map<string, { position: number; head: number }>();
  const look = async (): Promise<void> => {
    const heads = await history.heads(sources);
    const now: typeof before = new Map();
    for (const lane of lanes()) {
      for (const source of sources) {
        const key = `${source}/${lane.name.bucket}`;
        const position = lane.position(source);
        const earlier = before.get(key);
        now.set(key, { position, head: heads.get(source)![lane.name.bucket]! });
        if (earlier?.position === position && position < earlier.head) await pull(lane, source, earlier.head);
      }
    }
    before = now;
  };
  const pull = async (lane: Lane, source: string, head: number): Promise<void> => {
    for (let at = -1; lane.position(source) < head && lane.position(source) > at;) {
      at = lane.position(source);
      await lane.take(await history.read(source, lane.name.bucket, at, settings.eventsMax));
    }
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => settings.onFailure?.({ consumer: name, bucket: -1 }, 'retry', error));
  }, lookMs);
  return () => clearInterval(timer);
}

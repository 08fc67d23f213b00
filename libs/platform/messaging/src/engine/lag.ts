import type { Lane } from '../lane/lane';
import type { History } from '../store/store';

/** How far one lane is behind the log of one source. */
export interface Lag {
  readonly source: string;
  readonly bucket: number;
  readonly events: number;
  /** The instant of the oldest event that is not taken, ISO 8601 in UTC; nothing where there is none. */
  readonly since?: string;
}

/** How far these lanes are behind their sources: one look at the heads, and one at an event for each that is behind. */
export async function lagOf(
  lanes: readonly Lane[],
  sources: readonly string[],
  history: History,
): Promise<readonly Lag[]> {
  const heads = await history.heads(sources);
  const lags = lanes.flatMap((lane) =>
    sources.map(async (source): Promise<Lag> => {
      const { bucket } = lane.name;
      const position = lane.position(source);
      const events = Math.max(0, heads.get(source)![bucket]! - position);
      const [oldest] = events > 0 ? await history.read(source, bucket, position, 1) : [];
      return { source, bucket, events, since: oldest?.at };
    }),
  );
  return Promise.all(lags);
}

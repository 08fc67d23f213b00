import type { Engine, Subscription } from '../engine/engine';
import type { OutgoingEvent } from '../event';
import type { Failure } from '../lane/failure';
import type { Handlers } from '../lane/handlers';
import { Recent } from '../engine/recent';
import type { Store } from '../store/store';
import { type Companion, companionOf } from '../lane/companion';
import { Convoy } from '../lane/convoy';
import { Lane } from '../lane/lane';
import { NOWHERE } from '../lane/triage';
import { LANE_SETTINGS, type LaneSettings, sleep } from '../lane/settings';
import { CONSUMER, DIARY, type Diary, SOURCES, TYPES, writingDown } from './office';
import type { System } from './system';

/** Back-off in the time of a test. */
export const SETTINGS: LaneSettings = {
  ...LANE_SETTINGS,
  pause: (tries) => sleep(Math.min(100, 5 * 2 ** tries)),
};

export interface Listening {
  readonly engine: Engine;
  readonly subscription: Subscription;
  readonly failures: Failure[];
  close(): Promise<void>;
}

/** One process that carries the events of both owners and writes down what it hears. */
export async function listen(
  system: System,
  handlers: Handlers = writingDown(),
  { engine = system.engine(), settings = {} }: { engine?: Engine; settings?: Partial<LaneSettings> } = {},
): Promise<Listening> {
  const failures: Failure[] = [];
  const reporting: LaneSettings = {
    ...SETTINGS,
    ...settings,
    onFailure: (_lane, failure) => void failures.push(failure),
  };
  for (const source of SOURCES) await engine.publish(system.stores[source], reporting);
  const subscription = await engine.subscribe({
    name: CONSUMER,
    sources: SOURCES,
    store: system.stores.release,
    handlers,
    types: TYPES,
    settings: reporting,
  });
  return { engine, subscription, failures, close: () => engine.close() };
}

/** Until every lane is where its owners are. */
export async function caughtUp({ stores, history }: System): Promise<void> {
  const heads = await history.heads(SOURCES);
  await eventually(async () => {
    for (const source of SOURCES) {
      for (const [bucket, head] of heads.get(source)!.entries()) {
        const { positions } = await stores.release.lane({ consumer: CONSUMER, bucket });
        const at = positions[source]?.position ?? 0;
        if (at < head) throw new Error(`the lane of bucket ${bucket} is at ${at} of ${head} in ${source}`);
      }
    }
  });
}

export async function diaryOf({ stores }: System, declarationId: string): Promise<readonly string[]> {
  const rows = await stores.release.transact((transaction) => transaction.load(DIARY.name, [declarationId]));
  return (rows.get(declarationId)?.state as Diary | undefined)?.entries ?? [];
}

const TRY_MS = 20;
const TRY_MS_MAX = 20_000;

/** Tries until it holds, or fails with the last reason. */
export async function eventually<Result>(check: () => Promise<Result> | Result): Promise<Result> {
  for (const end = performance.now() + TRY_MS_MAX; ;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(TRY_MS);
    }
  }
}

/** A consumer that nobody else goes along with. */
export function aloneWith(store: Store, handlers: Handlers, settings: LaneSettings): Companion {
  const consumer = { name: CONSUMER, sources: SOURCES, store, handlers, types: TYPES, settings };
  return companionOf(consumer, new Recent(), { headOf: () => NOWHERE, board: () => undefined });
}

/** A lane by itself, as one that believes to own its bucket. */
export function openLane(
  system: System,
  bucket: number,
  handlers: Handlers = writingDown(),
  settings: LaneSettings = SETTINGS,
): Promise<Lane> {
  const { stores, history } = system;
  const name = { consumer: CONSUMER, bucket };
  return Lane.open(name, {
    companion: aloneWith(stores.release, handlers, settings),
    history,
    convoy: new Convoy(),
  });
}

export async function publish(system: System, events: readonly OutgoingEvent[]): Promise<void> {
  for (const source of SOURCES) {
    const own = events.filter(({ type }) => TYPES.sourceOf(type) === source);
    if (own.length > 0) await system.stores[source].transact((transaction) => transaction.append(own));
  }
}

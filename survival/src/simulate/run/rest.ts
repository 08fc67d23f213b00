import { ALL_BUCKETS } from '@tonggwan/messaging';
import { openCases } from '../people/others';
import type { World } from '../world/world';

/** What still keeps a run from being over: events that somebody has not taken, letters, cases, lanes that stand still. */
export async function unrestIn(world: World): Promise<readonly string[]> {
  const names = world.services.map(({ name }) => name);
  const heads = await world.log.heads(names);
  const epochs = await world.log.epochs(names);
  const behind = world.services.flatMap(({ name: consumer, sources }) =>
    sources.flatMap((source) =>
      ALL_BUCKETS.flatMap((bucket) => {
        const { positions } = world.database(consumer).laneNow({ consumer, bucket });
        const { epoch, position } = positions[source] ?? { epoch: 1, position: 0 };
        const head = heads.get(source)![bucket]!;
        const life = epochs.get(source)!.at(-1)!.epoch;
        const isThere = position === head && epoch === life;
        const log = `${source}.${life}/${bucket}`;
        return isThere
          ? []
          : [`${consumer} stands at ${position} of life ${epoch}, and ${log} ends at ${head}`];
      }),
    ),
  );
  const letters = await Promise.all(
    world.services.map(async ({ name }) => {
      const found = await world.database(name).letters(Infinity);
      return found.map(({ event, reason }) => `${name} has a dead letter ${event.type}: ${reason}`);
    }),
  );
  const stopped = [...world.processes].flatMap(({ subscriptions }) =>
    subscriptions.flatMap((subscription) => subscription.fault() ?? []),
  );
  const cases = openCases(world).map(({ caseId }) => `case ${caseId} is open`);
  return [...behind, ...letters.flat(), ...stopped.map((fault) => `a lane stands still: ${fault}`), ...cases];
}

/** Has what choked on an event try it again, now that it is mended. */
export async function replayLetters(world: World): Promise<void> {
  for (const { name } of world.services) {
    const database = world.database(name);
    for (const { id, parked } of await database.letters(Infinity))
      if (!parked) await database.requestReplay(id);
  }
}

import type { Client } from 'pg';
import type { Ways } from '../bench';
import type { Window, Work } from '../measure/measure';
import { rateBetween, recoverySeconds } from '../measure/recovery';
import type { Killed, Seen } from '../measure/seen';
import type { Processes } from '../system/processes';
import { LaneJournal } from './lane-journal';

interface Sharing {
  readonly system: Processes;
  readonly client: Client;
  readonly ways: Ways;
}

/** The end of one process: when, and which connections were its own. */
interface End {
  readonly at: number;
  readonly pids: readonly number[];
}

/** PostgreSQL has noticed by then that the connections of a killed process are gone. */
const GONE_MS = 500;

/** Work that several processes share: looks whether they keep order, what each does, and what becomes of it when one is killed. */
export async function shared(begin: () => Promise<Work>, { system, client, ways }: Sharing): Promise<Work> {
  const journal = await LaneJournal.open(client);
  const work = await begin();
  let ended: Promise<End> | undefined;
  return {
    ...work,
    begun: (seconds) => {
      if (!ways.kill) return;
      ended = later(seconds * 500).then(() => killOne(system, journal));
      ended.catch(() => undefined);
    },
    seen: async (window): Promise<Partial<Seen>> => ({
      ...(await work.seen?.(window)),
      eventsByProcess: await system.eventsTaken(),
      lanesInOrder: await journal.stepsInOrder(),
      killed: ended && (await whatCame(await ended, journal, window)),
    }),
  };
}

async function killOne(system: Processes, journal: LaneJournal): Promise<End> {
  const before = await journal.connections();
  const at = Date.now();
  await system.kill();
  await later(GONE_MS);
  const after = new Set(await journal.connections());
  return { at, pids: before.filter((pid) => !after.has(pid)) };
}

async function whatCame({ at, pids }: End, journal: LaneJournal, window: Window): Promise<Killed> {
  const releases = [...window.releases.values()].sort((one, other) => one - other);
  const before = rateBetween(releases, window.from, at);
  const takeover = await journal.takeover(pids, at);
  const after = recoverySeconds(releases, at + 1_000 * takeover.lanesSeconds, before);
  return { ...takeover, rateSeconds: after === undefined ? null : takeover.lanesSeconds + after };
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

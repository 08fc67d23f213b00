import { closeOnSignal, removeData } from '@tonggwan/service-host';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '../client/api-client';
import { Gate } from '../client/gate';
import { untilQuiet } from '../summary/quiet';
import { summaryOf } from '../summary/summary';
import { openDataFolder } from '../system/data-folder';
import { WALL_TIME } from '../system/office-time';
import { startSystem } from '../system/start-system';
import type { System } from '../system/system';
import { Progress } from '../terminal/progress';
import { type Parcel, parcelsOf } from './files';
import { type Lodged, lodgeAll } from './lodge-all';
import type { ReplayFlags } from './replay-flags';
import { tallyReport } from './replay-report';
import { talliesOf } from './tallies';

const CALLS_AT_A_TIME = 16;

/** Lodges the files through the API of a running system, or of one that is started for it. */
export async function replay(flags: ReplayFlags): Promise<void> {
  if (flags.url && flags.token) {
    const lodged = await lodgeFiles(new ApiClient(flags.url, flags.token, new Gate(CALLS_AT_A_TIME)), flags);
    console.log(
      flags.json ? JSON.stringify(lodged) : `${lodged.declarations} declarations lodged at ${flags.url}`,
    );
    return;
  }
  const folder = flags.data ?? mkdtempSync(join(tmpdir(), 'tonggwan-replay-'));
  try {
    await replayHere(openDataFolder(folder, flags.country), flags);
  } finally {
    if (!flags.data) removeData(folder);
  }
}

async function replayHere(dataFolder: string, flags: ReplayFlags): Promise<void> {
  const { country, kafka } = flags;
  const system = await startSystem(
    { port: 0, dataFolder, country, time: WALL_TIME },
    kafka ? 'kafka' : 'postgres',
  );
  closeOnSignal(() => system.close());
  try {
    await replayAt(system, flags);
  } finally {
    await system.close();
  }
}

async function replayAt(system: System, flags: ReplayFlags): Promise<void> {
  const carriedOver = (await summaryOf(system.databaseUrl)).lodged;
  const began = performance.now();
  const { refusals } = await lodgeFiles(
    new ApiClient(system.url, system.tokens.replay, new Gate(CALLS_AT_A_TIME)),
    flags,
  );
  await untilQuiet(system.databaseUrl, (behind) => process.stderr.write(`\r${behind} events under way   `));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const summary = await summaryOf(system.databaseUrl);
  const tallies = await talliesOf(system.databaseUrl);
  if (flags.json) {
    console.log(
      JSON.stringify({
        engine: system.engine,
        carriedOver,
        ...summary,
        seconds,
        refused: refusals.length,
        tallies,
      }),
    );
  } else console.log(tallyReport(summary, tallies, refusals));
}

async function lodgeFiles(api: ApiClient, { files, rate, historical }: ReplayFlags): Promise<Lodged> {
  const query = historical ? '?historical=true&goods-present=true' : '';
  const progress = new Progress(0);
  let last = '';
  const show = (declarations: number): void => {
    last = `${declarations} declarations lodged`;
    progress.show(0, last);
  };
  const lodged = await lodgeAll(api, all(files), { rate, query, show });
  progress.end(0, last);
  return lodged;
}

async function* all(files: readonly string[]): AsyncGenerator<Parcel> {
  for (const file of files) yield* parcelsOf(file);
}

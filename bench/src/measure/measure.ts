import type { Client } from 'pg';
import { contentsIn } from '../contents/released';
import type { Turn } from './figures';
import { NOTHING_SEEN, type Seen } from './seen';
import { memoryMB } from './processes';
import { standing } from './standing';
import { verified } from './verify';

const MEMORY_LOOK_MS = 500;
const WARM_UP_SECONDS_LEAST = 15;
const WARM_UP_SECONDS_MAX = 60;

/** A row that is under load. */
export interface Work {
  /** A superuser's connection to the row's database. */
  readonly client: Client;
  /** The sentence that reads when each declaration was released. */
  readonly releases: string;
  /** Resolves when the load has ended; rejects when it fails. */
  readonly running: Promise<void>;
  /** Whether all stages have work: until then what is lodged is not yet what is released. */
  isWarm(): boolean;
  /** Told when the measured window begins, with its length. */
  begun?(seconds: number): void;
  /** Told when all is over, before the row is taken down, with when each declaration was released. @throws Error when what it has seen must not be */
  seen?(window: Window): Promise<Partial<Seen>>;
  statements(): Promise<number>;
  /** Ends the load, whatever comes of what was taken. */
  stop(): void;
  /** Ends the load and waits until all that was taken is where it stays. */
  finish(): Promise<void>;
  /** When each declaration was due to arrive, in milliseconds of the epoch. */
  arrivals(): Promise<ReadonlyMap<string, number>>;
}

export interface Window {
  /** Milliseconds of the epoch. */
  readonly from: number;
  readonly to: number;
  readonly releases: ReadonlyMap<string, number>;
}

/** Warms up, measures, lets all come to its end, and checks in the database that what is counted is there. */
export async function measure(work: Work, seconds: number): Promise<Turn> {
  const { client } = work;
  let peakMemoryMB = 0;
  const looking = setInterval(() => (peakMemoryMB = Math.max(peakMemoryMB, memoryMB())), MEMORY_LOOK_MS);
  try {
    await warmUp(work, Math.max(WARM_UP_SECONDS_LEAST, seconds / 4));
    const begin = await standing(client, work.statements);
    work.begun?.(seconds);
    await during(work, seconds);
    const end = await standing(client, work.statements);
    await work.finish();
    const releases = await verified(client, work.releases);
    const arrivals = await work.arrivals();
    const seen = { ...NOTHING_SEEN, ...(await work.seen?.({ from: begin.at, to: end.at, releases })) };
    return { begin, end, peakMemoryMB, arrivals, releases, contents: await contentsIn(client), seen };
  } finally {
    // A load that goes on would keep the command from ending.
    work.stop();
    clearInterval(looking);
  }
}

async function warmUp(work: Work, seconds: number): Promise<void> {
  await during(work, seconds);
  for (let waited = seconds; !work.isWarm() && waited < WARM_UP_SECONDS_MAX; waited += 1)
    await during(work, 1);
}

/** Lets the load go on for so long. @throws Error when it fails meanwhile */
async function during({ running }: Work, seconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, seconds * 1_000)));
  const failed = running.then(() => Promise.reject(new Error('the load has ended before its time')));
  await Promise.race([over, failed]).finally(() => clearTimeout(timer));
}

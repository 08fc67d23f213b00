import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './run-seed';

export interface Order {
  readonly plant?: string;
}

/** What a worker says of one seed. */
export interface Finding {
  readonly outcome: Outcome;
  /** With the fewest faults that still break it, where it is broken. */
  readonly smallest?: Outcome;
}

const WORKER = join(__dirname, 'worker.js');
/** A run takes a tenth of a second; the first of a thread waits for the services to be put together. */
const RUN_MS_MAX = 60_000;
const SHRINKING_MS_MAX = 90_000;

/**
 * Runs seeds on several threads, each with timers of its own.
 * @param tell hears of each seed; false when it has heard enough
 */
export async function runSeeds(
  seeds: readonly number[],
  order: Order,
  threads: number,
  tell: (finding: Finding) => boolean,
): Promise<void> {
  const left = [...seeds];
  await Promise.all(Array.from({ length: Math.min(threads, seeds.length) }, () => work()));

  async function work(): Promise<void> {
    for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
      const worker = new Worker(WORKER, { workerData: order });
      try {
        for (; seed !== undefined; seed = left.shift())
          if (!tell(await findingOf(worker, seed))) left.length = 0;
      } catch (error) {
        // The thread is beyond help, and that is a finding too.
        if (!tell(broken(seed!, error))) left.length = 0;
      } finally {
        worker.removeAllListeners();
        await worker.terminate();
      }
    }
  }
}

async function findingOf(worker: Worker, seed: number): Promise<Finding> {
  const asked = nextFinding(worker, RUN_MS_MAX);
  worker.postMessage(seed);
  const finding = await asked;
  return finding.outcome.violations.length > 0 ? nextFinding(worker, SHRINKING_MS_MAX) : finding;
}

/** @throws Error when the run does not end, or ends the thread */
async function nextFinding(worker: Worker, msMax: number): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Finding>((resolve, reject) => {
      worker.removeAllListeners();
      worker.once('error', (error) => reject(new Error(`nobody has caught: ${error.message}`)));
      worker.once('message', resolve);
      timer = setTimeout(() => reject(new Error('the run does not come to an end')), msMax);
    });
  } finally {
    clearTimeout(timer);
  }
}

function broken(seed: number, error: unknown): Finding {
  const violations = [error instanceof Error ? error.message : String(error)];
  return { outcome: { seed, violations, faults: [], events: 0 } };
}

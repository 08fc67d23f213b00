import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { findPlant } from '../plants/find-plant';
import { openHouse } from './house';
import { runSeed } from './run-seed';
import type { Finding, Order } from './seeds';
import { shrunk } from './shrink';

const house = openHouse();
const plant = findPlant((workerData as Order).plant);

/** Says at once whether the seed holds, and of one that does not the least that it takes when that is known. */
async function find(seed: number): Promise<void> {
  const services = await house;
  const outcome = await runSeed(services, seed, plant);
  tell({ outcome });
  if (outcome.violations.length === 0) return;
  tell({ outcome, smallest: await shrunk(outcome, (only) => runSeed(services, seed, plant, only)) });
}

function tell(finding: Finding): void {
  parentPort?.postMessage(finding);
}

parentPort?.on('message', (seed: number) => void find(seed));

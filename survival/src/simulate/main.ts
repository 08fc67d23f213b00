import { optionsFrom, type Options } from './options';
import { findPlant } from './plants/find-plant';
import { PLANTS } from './plants/plants';
import { failureText, summaryJson, summaryText, type Tally } from './report';
import { runSeeds } from './run/seeds';

/** So many failing seeds tell enough. */
const FAILING_MAX = 3;
const PROGRESS_SEEDS = 50;

async function main(options: Options): Promise<void> {
  if (options.listPlants) return console.log(PLANTS.map(({ name }) => name).join('\n'));
  const { plant, from, workers, json } = options;
  findPlant(plant);
  const failingMax = plant ? 1 : FAILING_MAX;
  const seeds = Array.from({ length: options.seeds }, (_, index) => from + index);
  const tally: Tally = { seeds: 0, violations: 0, events: 0, faults: 0, failing: [] };
  await runSeeds(seeds, { plant }, workers, (finding) => {
    const { violations, events, faults } = finding.outcome;
    tally.seeds += 1;
    tally.violations += violations.length;
    tally.events += events;
    tally.faults += faults.length;
    if (violations.length > 0) {
      tally.failing.push(finding);
      console.log(failureText(finding, plant));
    }
    if (tally.seeds % PROGRESS_SEEDS === 0) console.log(`${tally.seeds} of ${seeds.length} seeds`);
    return tally.failing.length < failingMax;
  });
  console.log(json ? summaryJson(tally, options) : summaryText(tally));
  const isAsExpected = plant ? tally.violations > 0 : tally.violations === 0;
  if (!isAsExpected) process.exitCode = 1;
}

main(optionsFrom(process.argv.slice(2))).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

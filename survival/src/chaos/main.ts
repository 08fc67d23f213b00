import 'reflect-metadata';
import { loadPack } from '@tonggwan/country-pack';
import { closeOnSignal, missingForKafka } from '@tonggwan/service-host';
import { resolve } from 'node:path';
import type { Site } from './house/site';
import { openSplitSite } from './house/split-site';
import { isWhole, type Outcome } from './measure/outcome';
import { type Options, optionsFrom, USAGE } from './options';
import { json, table } from './report';
import { type Run, runScenario } from './run-scenario';
import type { Scenario } from './scenario';
import { SCENARIOS } from './scenarios';
import { sustained } from './sustained';

const PACK = resolve(__dirname, '../../../packs/kr');

const say = (line: string): void =>
  console.error(`${performance.now().toFixed(0).slice(0, -3).padStart(4)} s  ${line}`);

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const scenarios = chosen(options);
  if (options.list) return scenarios.forEach(({ name, does }) => console.log(`${name}: ${does}`));
  const lacks = missingForKafka();
  if (lacks) throw new Error(`this needs ${lacks}`);
  let site: Site | undefined;
  closeOnSignal(async () => site?.close());
  const outcomes = await runAll(scenarios, options, (opened) => (site = opened));
  console.log(options.json ? json(outcomes) : `\n${table(outcomes)}`);
  const isKept = outcomes.length === scenarios.length && outcomes.every(isWhole);
  process.exit(isKept ? 0 : 1);
}

async function runAll(
  scenarios: readonly Scenario[],
  { seconds, rate, previous }: Options,
  onOpen: Run['onOpen'],
): Promise<readonly Outcome[]> {
  const pack = loadPack(PACK);
  const peak = rate ? 2 * rate : await peakOf(pack, onOpen);
  const run = { pack, seconds, peak, previous, say, onOpen };
  const outcomes: Outcome[] = [];
  for (const scenario of scenarios) outcomes.push(...(await runOne(scenario, run)));
  return outcomes;
}

/** A scenario that cannot be played to its end is named and has no figures; the others go on. */
async function runOne(scenario: Scenario, run: Run): Promise<readonly Outcome[]> {
  const { name, does } = scenario;
  say(`${name}: ${does}`);
  try {
    const outcome = await runScenario(scenario, run);
    const { accepted, lost, doubled, ledgerSum } = outcome;
    say(`${name}: ${accepted} taken, ${lost} lost, ${doubled} doubled, the ledger sums to ${ledgerSum}`);
    return [outcome];
  } catch (error) {
    say(`${name}: failed: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function peakOf(pack: Run['pack'], onOpen: Run['onOpen']): Promise<number> {
  say('How much is sustained? One process for each service, Kafka between them …');
  const site = await openSplitSite(say);
  onOpen(site);
  try {
    const peak = await sustained(site, pack);
    say(`${peak.toFixed(0)} declarations a second; the scenarios bring half of that`);
    return peak;
  } finally {
    await site.close();
  }
}

/** @throws Error naming a scenario that there is none of */
function chosen({ only, previous, list }: Options): readonly Scenario[] {
  const unknown = only?.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown) throw new Error(`there is no scenario ${unknown}: --list names them`);
  const wanted = SCENARIOS.filter(({ name }) => only?.includes(name) ?? true);
  const lacking = list || previous ? [] : wanted.filter(({ needsPrevious }) => needsPrevious);
  for (const { name } of lacking) say(`${name}: not played, for it needs --previous`);
  return wanted.filter((scenario) => !lacking.includes(scenario));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

import 'reflect-metadata';
import { type CountryPack, loadPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { removeData } from '@tonggwan/service-host';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { specimensFrom } from './bare/specimens-from';
import type { Bench } from './bench';
import { disagreement } from './contents/contents';
import { ACCOUNTS_MAX, Corpus } from './corpus/corpus';
import { Cluster } from './database/cluster';
import { type Figures, figuresOf, releasedPerSecond, type Turn } from './measure/figures';
import { model } from './model/model';
import { type Options, optionsFrom } from './options';
import { json, table } from './report/table';
import { type Row, ROWS } from './rows';
import { withVariants } from './variants';

const PACKS = resolve(__dirname, '../../packs');

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (options.model !== undefined) return console.log(model(readFileSync(options.model, 'utf8')));
  const rows = withVariants(chosen(options), options);
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-bench-'));
  const packFolder = join(PACKS, options.country);
  const pack = loadPack(packFolder);
  const corpus = corpusFor(options, pack);
  const data = join(folder, 'data');
  const cluster = await Cluster.start(data);
  try {
    const figures = await runAll(rows, {
      ...{ options, cluster, corpus, packFolder, folder, ways: { rate: options.rate } },
      specimens: once(() => specimensFrom({ cluster, corpus, packFolder })),
    });
    report(figures, options);
  } finally {
    await cluster.stop();
    removeData(data);
    rmSync(folder, { recursive: true });
  }
}

function corpusFor({ seed, items }: Options, pack: CountryPack): Corpus {
  const today = localDay(new Date().toISOString(), pack.timeZone);
  return new Corpus(seed, pack, today, { items, accounts: ACCOUNTS_MAX });
}

function report(figures: readonly Figures[], { json: isJson, rate }: Options): void {
  const fault = disagreement(figures);
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
  }
  console.log(isJson ? json(figures, rate) : `\n${table(figures)}`);
}

async function runAll(rows: readonly Row[], bench: Bench): Promise<readonly Figures[]> {
  const able = rows.filter(isAble);
  const turns = new Map<Row, Turn[]>(able.map((row) => [row, []]));
  const latest = new Map<string, Turn>();
  for (let turn = 1; turn <= bench.options.turns; turn += 1) {
    for (const [row, before] of turns) {
      console.log(`${row.name}: turn ${turn} of ${bench.options.turns} …`);
      const went = await named(row, async () => row.run(bench, row.name, besideOf(row, latest)));
      if (!went) turns.delete(row);
      else {
        before.push(went);
        latest.set(row.name, went);
        console.log(`${row.name}: ${releasedPerSecond(went).toFixed(0)} released a second`);
      }
    }
  }
  const figures = [...turns].map(([row, all]) =>
    named(row, () => Promise.resolve(figuresOf(row, bench.corpus, all))),
  );
  return (await Promise.all(figures)).filter((one) => one !== undefined);
}

/** @throws Error when the row that another differs from has failed */
function besideOf({ beside }: Row, latest: ReadonlyMap<string, Turn>): Turn | undefined {
  if (beside !== undefined && !latest.has(beside)) throw new Error(`there is no ${beside} to compare with`);
  return beside === undefined ? undefined : latest.get(beside);
}

function isAble({ name, missing }: Row): boolean {
  const lacks = missing?.();
  if (lacks) console.log(`${name}: left out, needs ${lacks}`);
  return !lacks;
}

/** Calls only once, whoever asks. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => (made ??= make());
}

/** What a row comes to; one that fails is named and has no figures, and the others go on. */
async function named<Result>({ name }: Row, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    console.error(`${name}: failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** @throws Error naming a row that there is none of */
function chosen({ only }: Options): readonly Row[] {
  if (!only) return ROWS;
  const unknown = only.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown)
    throw new Error(`there is no row ${unknown}; there are ${ROWS.map(({ name }) => name).join(', ')}`);
  return ROWS.filter(({ name }) => only.includes(name));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

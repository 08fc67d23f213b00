import 'reflect-metadata';
import { loadPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { removeData } from '@tonggwan/service-host';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { specimensFrom } from './bare/specimens-from';
import type { Bench } from './bench';
import { disagreement } from './contents/contents';
import { Corpus } from './corpus/corpus';
import { Cluster } from './database/cluster';
import { type Figures, figuresOf, releasedPerSecond, type Turn } from './measure/figures';
import { type Options, optionsFrom } from './options';
import { json, table } from './report/table';
import { ratiosOf, ratioText } from './report/ratios';
import { besideFilled, type Row, ROWS } from './rows';

const PACKS = resolve(__dirname, '../../packs');

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  const rows = chosen(options);
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-bench-'));
  const packFolder = join(PACKS, options.country);
  const pack = loadPack(packFolder);
  const corpus = new Corpus(options.seed, pack, localDay(new Date().toISOString(), pack.timeZone));
  const data = join(folder, 'data');
  const cluster = await Cluster.start(data);
  try {
    const figures = await runAll(rows, {
      ...{ options, cluster, corpus, packFolder, folder },
      specimens: once(() => specimensFrom({ cluster, corpus, packFolder })),
    });
    report(figures, options);
  } finally {
    await cluster.stop();
    removeData(data);
    rmSync(folder, { recursive: true });
  }
}

function report(figures: readonly Figures[], { json: isJson }: Options): void {
  const fault = disagreement(figures);
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
  }
  console.log(isJson ? json(figures) : `\n${table(figures)}`);
  if (!isJson)
    ratiosOf(figures)
      .map(ratioText)
      .forEach((line) => console.log(line));
}

async function runAll(rows: readonly Row[], bench: Bench): Promise<readonly Figures[]> {
  const able = rows.filter(isAble);
  const turns = new Map<Row, Turn[]>(able.map((row) => [row, []]));
  for (let turn = 1; turn <= bench.options.turns; turn += 1) {
    for (const [row, before] of turns) {
      console.log(`${row.name}: turn ${turn} of ${bench.options.turns} …`);
      const went = await named(row, () => row.run(bench, row.name));
      if (!went) turns.delete(row);
      else {
        before.push(went);
        console.log(`${row.name}: ${releasedPerSecond(went).toFixed(0)} released a second`);
      }
    }
  }
  const figures = [...turns].map(([row, all]) => named(row, () => Promise.resolve(figuresOf(row.name, all))));
  return (await Promise.all(figures)).filter((one) => one !== undefined);
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

function chosen(options: Options): readonly Row[] {
  const rows = onlyThese(options);
  return options.filled ? besideFilled(rows, options.filled) : rows;
}

/** @throws Error naming a row that there is none of */
function onlyThese({ only }: Options): readonly Row[] {
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

import 'reflect-metadata';
import { loadPack } from '@tonggwan/country-pack';
import { localDay } from '@tonggwan/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bench } from './bench';
import { Corpus } from './corpus/corpus';
import { Cluster } from './database/cluster';
import type { Figures } from './measure/figures';
import { type Options, optionsFrom } from './options';
import { json, table } from './report/table';
import { type Row, ROWS } from './rows';

const PACKS = resolve(__dirname, '../../packs');

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  const rows = chosen(options);
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-bench-'));
  const packFolder = join(PACKS, options.country);
  const pack = loadPack(packFolder);
  const corpus = new Corpus(options.seed, pack, localDay(new Date().toISOString(), pack.timeZone));
  const cluster = await Cluster.start(join(folder, 'data'));
  try {
    const figures = await runAll(rows, { options, cluster, corpus, packFolder, folder });
    console.log(options.json ? json(figures) : `\n${table(figures)}`);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
}

async function runAll(rows: readonly Row[], bench: Bench): Promise<readonly Figures[]> {
  const figures: Figures[] = [];
  for (const { name, missing, run } of rows) {
    const lacks = missing?.();
    if (lacks) {
      console.log(`${name}: left out, needs ${lacks}`);
      continue;
    }
    const row = await run(bench, name);
    figures.push(row);
    console.log(`${name}: ${row.perSecond.toFixed(0)} released a second, p99 ${row.p99Ms.toFixed(0)} ms`);
  }
  return figures;
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

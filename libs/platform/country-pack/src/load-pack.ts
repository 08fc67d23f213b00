import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountryPack } from './model';
import { checkReferences } from './cross-checks';
import { type Fault, PackFaults } from './faults';
import { LoadedPack } from './loaded-pack';
import { type PackContent, readContent } from './pack-content';
import { indexOf } from './pack-index';
import { checkSample } from './sample-checks';

/** For people, beside the data. */
const README = 'README.md';

/** What a pack's folder holds: either a pack that can be used or everything that is wrong with it. */
export interface PackCheck {
  readonly pack?: CountryPack;
  readonly faults: readonly Fault[];
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly illustrative: number }[];
}

/** @throws PackFaults with every fault of the folder, by file, row and field */
export function loadPack(folder: string): CountryPack {
  const { pack, faults } = checkPack(folder);
  if (!pack) throw new PackFaults(folder, faults);
  return pack;
}

export function checkPack(folder: string): PackCheck {
  const faults: Fault[] = [];
  const files = readFiles(folder, faults);
  const content = faults.length ? undefined : readContent(files, faults);
  if (!content) return { faults, tables: [] };
  const index = indexOf(content);
  checkReferences(content, index);
  checkSample(content, index, faults);
  const tables = tablesOf(content);
  if (faults.length) return { faults, tables };
  return { pack: new LoadedPack(content, index, versionOf(content.header.version, files)), faults, tables };
}

function readFiles(folder: string, faults: Fault[]): ReadonlyMap<string, string> {
  try {
    const names = readdirSync(folder).filter((name) => name !== README);
    return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } catch (error) {
    faults.push({ file: folder, message: `cannot be read: ${(error as Error).message}` });
    return new Map();
  }
}

function versionOf(declared: string, files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${content}\0`);
  return `${declared}+${hash.digest('hex').slice(0, 12)}`;
}

function tablesOf({ header, lines }: PackContent): PackCheck['tables'] {
  const rows = Object.entries(lines).map(([name, table]) => ({ name, rows: table.map(({ row }) => row) }));
  return [{ name: 'taxes', rows: header.taxes }, ...rows].map(({ name, rows: all }) => ({
    name,
    rows: all.length,
    illustrative: all.filter(({ illustrative }) => illustrative).length,
  }));
}

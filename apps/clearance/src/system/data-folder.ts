import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder that a system keeps its data in, made where it is not there. One system is one administration.
 * @throws Error when the folder belongs to the system of another country
 */
export function openDataFolder(path: string, country: string): string {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'country');
  if (!existsSync(file)) writeFileSync(file, `${country}\n`);
  const owner = readFileSync(file, 'utf8').trim();
  if (owner !== country)
    throw new Error(`${folder} holds the data of ${owner}: give another folder with --data`);
  return folder;
}

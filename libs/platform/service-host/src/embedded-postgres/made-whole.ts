import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './alive';

/** Whoever was killed may have left somebody behind who still writes: then it is tried again. */
const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;
const LEFTOVER = /^\.partial-(\d+)/;

/**
 * Makes a folder that is there whole or not at all, whoever else makes it at the same time or is killed over it.
 * @param fill makes it, under the name that it is given
 */
export function makeWhole(folder: string, fill: (partial: string) => void): void {
  removeLeftovers(folder);
  const partial = partialOf(folder);
  try {
    fill(partial);
    unlessTaken(() => renameSync(partial, folder));
  } finally {
    rmSync(partial, REMOVAL);
  }
}

/** What stands in a file that is written once: this text, or that of whoever was first. */
export function writtenOnce(file: string, text: string): string {
  const partial = partialOf(file);
  writeFileSync(partial, text, { mode: 0o600 });
  unlessTaken(() => linkSync(partial, file));
  rmSync(partial);
  return readFileSync(file, 'utf8');
}

/** That somebody else was first is no failure. */
function unlessTaken(put: () => void): void {
  try {
    put();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EEXIST', 'ENOTEMPTY'].includes(code)) throw error;
  }
}

function partialOf(path: string): string {
  return `${path}.partial-${process.pid}`;
}

function removeLeftovers(path: string): void {
  const [folder, start] = [dirname(path), basename(path)];
  for (const name of readdirSync(folder)) {
    const [, pid] = (name.startsWith(start) && LEFTOVER.exec(name.slice(start.length))) || [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), REMOVAL);
  }
}

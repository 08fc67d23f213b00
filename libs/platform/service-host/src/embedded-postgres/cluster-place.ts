import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writtenOnce } from './made-whole';
import { assertReachable, isReachable, ownerOf, type ServerUser, serverUser } from './server-user';
import { openStage, STAGE } from './staging';

/** Where the data of a system lie. */
export interface ClusterPlace {
  readonly folder: string;
  /** Who runs the server on them; undefined where our own user does. */
  readonly user: ServerUser | undefined;
}

/** Says in the data folder where its cluster lies instead. */
const POINTER = 'postgres.location';

/**
 * In the data folder, or staged with a pointer there.
 * @throws Error when the data are gone, or are where their owner can no longer reach them
 */
export function clusterPlace(dataFolder: string, stage = STAGE): ClusterPlace {
  mkdirSync(dataFolder, { recursive: true });
  const home = realpathSync(dataFolder);
  const beside = join(home, 'postgres');
  if (isInitialised(beside)) return placeAt(beside);
  const pointer = join(home, POINTER);
  if (existsSync(pointer)) return stagedPlace(pointer, readFileSync(pointer, 'utf8'));
  const user = serverUser();
  if (!user || isReachable(home, user)) return { folder: beside, user };
  const folder = join(openStage(join(openStage(stage, user), 'clusters'), user), randomUUID());
  // What a pointer names is there from the beginning, so that one that is not there any more is known to be lost.
  mkdirSync(folder);
  const named = writtenOnce(pointer, `${folder}\n`);
  if (named.trim() !== folder) rmdirSync(folder);
  return stagedPlace(pointer, named);
}

/** Removes all data of a system that is at rest, wherever they lie. */
export function removeData(dataFolder: string): void {
  const pointer = join(dataFolder, POINTER);
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}

export function isInitialised(cluster: string): boolean {
  return existsSync(join(cluster, 'PG_VERSION'));
}

function stagedPlace(pointer: string, named: string): ClusterPlace {
  const folder = named.trim();
  if (existsSync(folder)) return placeAt(folder);
  throw new Error(
    `the data lie in ${folder}, says ${pointer}, and are gone from there: put them back or take another data folder`,
  );
}

/** Data that are there belong to whom the first start has found on the machine, which may have others by now. */
function placeAt(folder: string): ClusterPlace {
  const user = isInitialised(folder) ? ownerOf(folder) : serverUser();
  if (user) assertReachable(dirname(folder), user);
  return { folder, user };
}

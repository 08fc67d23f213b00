import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** PostgreSQL refuses to run as root; it then runs as one of these. `nobody` is on every system. */
const CANDIDATES = ['postgres', 'nobody'];

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user to run the server as; undefined where our own will do. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new Error(
    `PostgreSQL does not run as root and none of the users ${CANDIDATES.join(', ')} exists here`,
  );
}

/** The owner of a folder, as the user to run the server as; undefined where our own will do. */
export function ownerOf(folder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  } catch {
    return undefined;
  }
}

const OTHERS_MAY_ENTER = 0o001;

/** Whether a user who owns nothing on the way may get to this folder. */
export function isReachable(folder: string, user: ServerUser): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    const { mode, uid } = statSync(path);
    if (uid !== user.uid && (mode & OTHERS_MAY_ENTER) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** @throws Error that says what is to be done where he may not get there */
export function assertReachable(folder: string, user: ServerUser): void {
  if (isReachable(folder, user)) return;
  throw new Error(`PostgreSQL's user ${user.uid} cannot reach ${folder}: let others enter the folders above`);
}

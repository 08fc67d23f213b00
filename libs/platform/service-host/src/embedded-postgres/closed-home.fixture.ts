import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installedBinaries } from './staging';

/** A home that only root may enter, with a blank in its path, and with PostgreSQL as npm installs it there. */
export interface ClosedHome {
  readonly installed: string;
  readonly data: string;
  /** Open to everybody, and empty at first. */
  readonly stage: string;
  remove(): void;
}

export function closedHome(): ClosedHome {
  const root = mkdtempSync(join(tmpdir(), 'tonggwan-stage-'));
  chmodSync(root, 0o755);
  const home = join(root, 'closed home');
  mkdirSync(home, { mode: 0o700 });
  const packageFolder = join(home, 'package');
  cpSync(resolve(installedBinaries(), '..'), packageFolder, { recursive: true, verbatimSymlinks: true });
  return {
    installed: join(packageFolder, 'native'),
    data: join(home, 'data'),
    stage: join(root, 'stage'),
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** Tests of what only root meets: skipped by name for others, but in CI they must run. */
export function describeAsRoot(name: string, tests: () => void): void {
  if (process.getuid?.() === 0) describe(name, tests);
  else if (process.env.CI) it(`is root for: ${name}`, () => expect(process.getuid?.()).toBe(0));
  else describe.skip(`${name} (not root)`, () => it('is tried', () => undefined));
}

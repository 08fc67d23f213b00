import { CONTAINER_FLAGS, SERVICE_FLAGS } from '@tonggwan/service-host';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const MAIN = resolve(__dirname, '../dist/main.js');

function startUnder(flags: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, MAIN, 'none'], {
    encoding: 'utf8',
    env: {},
  });
  return stdout + stderr;
}

describe('The compiled services', () => {
  it.each([
    ['on a machine', SERVICE_FLAGS],
    ['in a container', CONTAINER_FLAGS],
    ['by hand', []],
  ])('are taken as they are when one is started %s', (_, flags) => {
    const said = startUnder(flags);
    expect(said).toContain('there is no service none');
    expect(said).not.toContain('not compiled');
  });

  it('are compiled anew, and that is said, where V8 is told something else', () => {
    expect(startUnder(['--no-opt'])).toContain('not compiled for this Node');
  });
});

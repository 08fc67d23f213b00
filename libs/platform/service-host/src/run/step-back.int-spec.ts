import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';

const AUTOGROUP = '/proc/self/autogroup';
const STEP_BACK = resolve(__dirname, '../../dist/run/step-back.js');

/** What a process in a session of its own, as a service is, prints once it has stepped back. */
function afterwards(print: string): Promise<string> {
  const program = `require(${JSON.stringify(STEP_BACK)}).stepBack(); console.log(${print})`;
  const { stdout } = spawn(process.execPath, ['-e', program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(stdout);
}

describe('A service that works', () => {
  it('lets those go first that start', async () => {
    expect(await afterwards(`require('node:os').getPriority()`)).toBe('4\n');
  });

  const itWeighsSessions = existsSync(AUTOGROUP) ? it : it.skip;
  itWeighsSessions('does so where Linux weighs sessions', async () => {
    expect(await afterwards(`require('node:fs').readFileSync('${AUTOGROUP}', 'utf8')`)).toContain('nice 4');
  });
});

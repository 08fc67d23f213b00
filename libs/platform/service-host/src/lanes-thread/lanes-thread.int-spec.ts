import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The built one: a thread runs no TypeScript. */
const HOST = resolve(__dirname, '../../dist/lanes-thread/lanes-thread.js');
const READY = `require('node:worker_threads').parentPort.postMessage('ready');`;

/** What becomes of a process that starts a thread with this program, and then does this. */
describe('a process whose lanes have a thread of their own', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tonggwan-lanes-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (program: string, then: string): Promise<{ code: number; said: string }> => {
    const lanes = join(folder, 'lanes.cjs');
    writeFileSync(lanes, program);
    const main = join(folder, 'main.cjs');
    const bell = `{ id: 'b', add: () => () => undefined }`;
    const start = `require(${JSON.stringify(HOST)}).LanesThread.start(${JSON.stringify(lanes)}, {}, ${bell})`;
    writeFileSync(main, `${start}.then(${then});`);
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [main], { timeout: 20_000 });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  };

  it('ends when the thread has finished what was under way', async () => {
    const program = `${READY} require('node:worker_threads').parentPort.once('message', () => {
      setTimeout(() => { console.log('finished'); process.exit(0); }, 50);
    });`;
    const close = `(lanes) => lanes.close().then(() => console.log('over'))`;
    expect(await run(program, close)).toEqual({ code: 0, said: 'finished\nover\n' });
  });

  it('does not start when the thread cannot', async () => {
    const { code, said } = await run(`throw new Error('no database');`, `() => console.log('started')`);
    expect(code).toBe(1);
    expect(said).toContain('no database');
  });

  it('ends with it when the thread breaks down or leaves by itself', async () => {
    const broken = await run(`${READY} setTimeout(() => { throw new Error('a defect'); }, 50);`, `() => 0`);
    expect(broken.code).toBe(1);
    expect(broken.said).toContain('a defect');
    const left = await run(
      `${READY} setTimeout(() => process.exit(3), 50);`,
      `() => setInterval(() => 0, 1000)`,
    );
    expect(left.code).toBe(1);
    expect(left.said).toContain('the thread of the lanes has ended with 3');
  });
});

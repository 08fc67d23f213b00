import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptServer } from './keeper';
import { pause, ready } from './ready';

describe('a server that runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-kept-'));
  const logFile = join(folder, 'log');
  const command = ['sh', '-c', 'while :; do echo; sleep 0.01; done'];
  const server = KeptServer.launch(command, { stopSignal: 'TERM', folder, logFile });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Whether it writes, once what was asked of it has come about. */
  const works = async (): Promise<boolean> => {
    await pause(100);
    const before = statSync(logFile).size;
    await pause(300);
    return statSync(logFile).size > before;
  };

  it('stands still, goes on, and is gone at once when it is killed', async () => {
    expect(await works()).toBe(true);
    server.standStill();
    expect(await works()).toBe(false);
    server.goOn();
    expect(await works()).toBe(true);
    await server.kill();
    expect([server.isGone, await works()]).toEqual([true, false]);
  });
});

describe('a server that cannot be started', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-kept-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const started = (command: readonly string[], where: string) => {
    const logFile = join(folder, 'log');
    const server = KeptServer.launch(command, { stopSignal: 'TERM', folder: where, logFile });
    return ready(server, () => Promise.reject(new Error('nobody answers')), 'It', logFile);
  };

  it.each([
    ['there is no such program', [join(folder, 'none')], folder, /none/],
    ['its folder is gone', ['true'], join(folder, 'none'), /Error: spawn sh ENOENT/],
  ])('says why: %s', async (_, command, where, words) => {
    await expect(started(command, where)).rejects.toThrow(words);
  });
});

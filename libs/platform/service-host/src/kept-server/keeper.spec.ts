import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptServer } from './keeper';
import { ready } from './ready';

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

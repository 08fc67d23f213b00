import { readFileSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import {
  clusterOf,
  type LastLine,
  newDataFolder,
  removeDataFolder,
  StartCommand,
} from './start-command.fixture';

/** Any that is free. */
const PORT = '0';
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, n) => all + n, 0);

/** Nothing lost, nothing left undone, and no money from nowhere. */
function expectWholeDay({ lodged, status, ledgerSum, channels }: LastLine, sample: number): void {
  expect(lodged).toBe(sample);
  expect(sum(status)).toBe(sample);
  expect(status.received).toBe(0);
  expect(ledgerSum).toBe('0');
  expect(status.released + status.cleared + status.removed).toBeGreaterThan(sample / 3);
  expect(sum(channels)).toBeGreaterThan(sample / 2);
}

describe('the start command', () => {
  jest.setTimeout(300_000);
  const folders: string[] = [];
  const newFolder = () => {
    folders.push(newDataFolder());
    return folders.at(-1)!;
  };
  afterAll(() => folders.forEach(removeDataFolder));

  it('clears a day once, in a folder with a blank in its name', async () => {
    const data = newFolder();
    const day = ['--once', '--json', '--sample', '150', '--data', data, '--port', PORT];
    const line = await StartCommand.run(...day).lastLine();
    expectWholeDay(line, 150);
    expect(line).toMatchObject({ engine: 'postgres', carriedOver: 0 });
    expect(line.status.rejected).toBeGreaterThan(0);
    expect(statSync(join(data, 'tokens.json')).mode & 0o777).toBe(0o600);
    const again = await StartCommand.run(...day).lastLine();
    expect(again).toMatchObject({ carriedOver: 150, lodged: 150, status: line.status, seconds: 0 });
  });

  it('takes up a day where a kill left it', async () => {
    const data = newFolder();
    const day = ['--once', '--json', '--sample', '400', '--data', data, '--port', PORT];
    const killed = StartCommand.run(...day);
    const url = await killed.url();
    const { officer } = JSON.parse(readFileSync(join(data, 'tokens.json'), 'utf8')) as Record<string, string>;
    const headers = { authorization: `Bearer ${officer}` };
    for (let some = false; !some;) {
      const answer = await fetch(`${url}/declarations?limit=10`, { headers });
      some = ((await answer.json()) as { declarations: unknown[] }).declarations.length === 10;
    }
    killed.signal('SIGKILL');
    await killed.exitCode();
    const line = await StartCommand.run(...day).lastLine();
    expectWholeDay(line, 400);
    expect(line.carriedOver).toBeGreaterThanOrEqual(10);
    expect(line.carriedOver).toBeLessThan(400);
  });

  it('leaves nothing running after Ctrl-C, and starts again on the same data', async () => {
    const data = newFolder();
    const flags = ['--sample', '0', '--data', data, '--port', PORT];
    for (const round of ['first', 'second']) {
      const serving = StartCommand.run(...flags);
      await serving.says(/Serving on/);
      const [pid = ''] = readFileSync(join(clusterOf(data), 'postmaster.pid'), 'utf8').split('\n');
      expect([round, (await fetch(`${await serving.url()}/health/ready`)).status]).toEqual([round, 200]);
      serving.signal('SIGINT');
      expect(await serving.exitCode()).toBe(0);
      expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    }
  });

  it('listens on the next port where the usual one is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const serving = StartCommand.run('--sample', '0', '--data', newFolder(), '--port', String(port));
    const url = new URL(await serving.url());
    expect(Number(url.port)).toBeGreaterThan(port);
    expect((await fetch(new URL('/health/live', url))).status).toBe(200);
    serving.signal('SIGINT');
    await serving.exitCode();
    taken.close();
  });

  it('refuses the data of another country', async () => {
    const data = newFolder();
    const first = StartCommand.run('--sample', '0', '--once', '--data', data, '--port', PORT);
    expect(await first.exitCode()).toBe(0);
    const other = StartCommand.run('--country', 'gb', '--data', data, '--port', PORT);
    await other.says(/holds the data of kr/);
    expect(await other.exitCode()).toBe(1);
  });
});

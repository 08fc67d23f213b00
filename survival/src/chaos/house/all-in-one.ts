import { KeptServer, ready, removeData } from '@tonggwan/service-host';
import { openDatabase } from '@tonggwan/service-host';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Site } from './site';
import { Supervisor } from './supervisor';
import { tokensOf } from './tokens';
import { untilReady } from './until-ready';

const MAIN = resolve(__dirname, '../../../../apps/clearance/dist/main.js');

/** All services in one process on a PostgreSQL of its own, as the start command runs them. */
export interface AllInOneSite extends Site {
  kill(): Promise<void>;
}

export async function openAllInOneSite(say: (line: string) => void): Promise<AllInOneSite> {
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-chaos-'));
  const system = new AllInOne(folder);
  let supervisor: Supervisor | undefined;
  const close = async (): Promise<void> => {
    await supervisor?.close();
    await system.stop();
    removeData(folder);
  };
  try {
    await system.startAgain();
    supervisor = new Supervisor(() => [system], say);
    const whenReady = (): Promise<void> => untilReady(() => [system.address]);
    return {
      urls: [system.address],
      tokens: await tokensOf(folder),
      databaseUrl: async () => {
        await whenReady();
        return (await openDatabase({ data: folder })).url;
      },
      ready: whenReady,
      kill: () => system.kill(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The start command without a sample day. */
class AllInOne {
  readonly name = 'all-in-one';
  private server: KeptServer | undefined;
  private port = '0';

  constructor(private readonly folder: string) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isGone(): boolean {
    return this.server?.isGone ?? true;
  }

  async startAgain(): Promise<void> {
    const { folder } = this;
    const logFile = join(folder, 'system.log');
    const before = existsSync(logFile) ? readFileSync(logFile, 'utf8').length : 0;
    const flags = ['--data', folder, '--sample', '0', '--port', this.port];
    const command = [process.execPath, '--max-semi-space-size=64', MAIN, ...flags];
    this.server = KeptServer.launch(command, { stopSignal: 'TERM', folder, logFile });
    const serves = (): Promise<void> => {
      const [, port] =
        /Serving on http:\/\/127\.0\.0\.1:(\d+)/.exec(readFileSync(logFile, 'utf8').slice(before)) ?? [];
      if (!port) return Promise.reject(new Error('it does not serve yet'));
      this.port = port;
      return Promise.resolve();
    };
    await ready(this.server, serves, this.name, logFile);
  }

  async kill(): Promise<void> {
    await this.server?.kill();
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }
}

import { removeData } from '@tonggwan/service-host';
import type { Summary } from './summary/summary';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(__dirname, '../dist/main.js');
const LOOK_MS = 100;

export type LastLine = Summary & {
  readonly engine: string;
  readonly carriedOver: number;
  readonly seconds: number;
};

/** The start command as a process of its own, as people run it. */
export class StartCommand {
  private text = '';
  private readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    }
    this.ended = new Promise((end) => child.once('exit', end));
  }

  static run(...flags: string[]): StartCommand {
    if (!existsSync(MAIN)) spawnSync('npx', ['tsc', '-b', resolve(__dirname, '..')], { stdio: 'inherit' });
    return new StartCommand(spawn(process.execPath, [MAIN, ...flags], { detached: true }));
  }

  /** Resolves with what it has printed once that is in it. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.text);
      if (found) return found;
      if (this.child.exitCode !== null)
        throw new Error(`it ended before it said ${String(pattern)}:\n${this.text}`);
      await new Promise((next) => setTimeout(next, LOOK_MS));
    }
  }

  async url(): Promise<string> {
    const [, url] = await this.says(/Console {2}(http:\S+[^/\s])\/?\s/);
    return url!;
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(-this.child.pid!, signal);
  }

  exitCode(): Promise<number | null> {
    return this.ended;
  }

  async lastLine(): Promise<LastLine> {
    const code = await this.ended;
    const last = this.text.trimEnd().split('\n').at(-1) ?? '';
    if (code !== 0 || !last.startsWith('{'))
      throw new Error(`it left with ${code}:\n${this.text.slice(-4_000)}`);
    return JSON.parse(last) as LastLine;
  }
}

/** A data folder with a blank in its path. */
export function newDataFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'tonggwan-')), 'a day');
}

/** Where PostgreSQL keeps its data for a data folder. */
export function clusterOf(dataFolder: string): string {
  const pointer = join(dataFolder, 'postgres.location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataFolder, 'postgres');
}

export function removeDataFolder(dataFolder: string): void {
  removeData(dataFolder);
  rmSync(resolve(dataFolder, '..'), { recursive: true, force: true });
}

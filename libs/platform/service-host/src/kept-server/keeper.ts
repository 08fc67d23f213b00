import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';

/**
 * A shell in a session of its own, so that Ctrl-C does not reach the server before us. It stops the server in order once
 * its input ends, which happens however this process goes. The command comes in the environment, so that whoever looks
 * for the server by its name does not find its keeper.
 */
const KEEPER =
  'exec 3<&0; eval "exec $KEPT_COMMAND" 3<&- & server=$!; ' +
  '{ cat <&3 >/dev/null; kill -"$KEPT_SIGNAL" $server; } 2>/dev/null & wait $server';

export interface KeptOptions {
  /** The signal that stops the server in order. */
  readonly stopSignal: 'INT' | 'TERM';
  readonly folder: string;
  /** What the server prints is added here. */
  readonly logFile: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Beside this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server that lives as long as this process. */
export class KeptServer {
  private constructor(private readonly keeper: ChildProcess) {}

  static launch(
    command: readonly string[],
    { stopSignal, folder, logFile, user, environment }: KeptOptions,
  ): KeptServer {
    const log = openSync(logFile, 'a', 0o600);
    const kept = { KEPT_COMMAND: command.map(quoted).join(' '), KEPT_SIGNAL: stopSignal };
    const keeper = spawn('sh', ['-c', KEEPER], {
      ...user,
      cwd: folder,
      env: { ...process.env, ...environment, ...kept },
      detached: true,
      stdio: ['pipe', log, log],
    });
    // Whoever waits for the server finds in its log why it is gone.
    keeper.once('error', (error) => writeSync(log, `${String(error)}\n`));
    return new KeptServer(keeper);
  }

  get isGone(): boolean {
    return this.keeper.exitCode !== null || this.keeper.signalCode !== null;
  }

  /** Stops the server in order; resolves when it is gone. */
  async stop(): Promise<void> {
    if (this.isGone) return;
    const gone = this.exit();
    this.keeper.stdin?.end();
    await gone;
  }

  /** Ends the server and its keeper with kill -9, as when a machine is gone; resolves when they are. */
  async kill(): Promise<void> {
    if (this.isGone) return;
    const gone = this.exit();
    this.signal('SIGKILL');
    await gone;
  }

  /** They stand still until `goOn`, as on a machine that hangs. */
  standStill(): void {
    this.signal('SIGSTOP');
  }

  goOn(): void {
    this.signal('SIGCONT');
  }

  private exit(): Promise<unknown> {
    return new Promise((resolve) => this.keeper.once('exit', resolve));
  }

  /** Its session is the keeper's own: nobody else is in its group. */
  private signal(name: NodeJS.Signals): void {
    if (!this.isGone && this.keeper.pid) process.kill(-this.keeper.pid, name);
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

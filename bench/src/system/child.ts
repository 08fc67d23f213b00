import { type ChildProcess, fork } from 'node:child_process';

/** A message from a child: that it is ready, what was asked for, or that it cannot. */
export interface Report {
  readonly ready?: unknown;
  readonly statements?: number;
  readonly failed?: string;
}

/** What the parent says to a child. */
export type Request = { readonly order: unknown } | 'statements' | 'stop';

/** What the start command gives the system, and what the system tells V8 by itself: whoever it is measured beside has both. */
const NODE_OPTIONS = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

/** A process of ours that is measured apart from the loader. */
export class Child<Ready> {
  private constructor(
    private readonly process: ChildProcess,
    readonly ready: Ready,
  ) {}

  /** Resolves when it has ended in order; rejects when it has not. */
  get gone(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.process.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a process of the row ended with ${code}`)),
      ),
    );
  }

  /**
   * @param main the compiled file that it runs
   * @param profile a folder for its CPU profile, written when it ends
   * @param execPath another Node than this process's
   * @throws Error with what the child says when it cannot start
   */
  static async start<Ready>(
    main: string,
    order: unknown,
    profile?: string,
    execPath = process.execPath,
  ): Promise<Child<Ready>> {
    const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    const child = fork(main, [], { execPath, execArgv: [...NODE_OPTIONS, ...profiling] });
    child.send({ order } satisfies Request);
    try {
      const { ready } = await nextReport(child);
      return new Child(child, ready as Ready);
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  /** Statements that it has sent to PostgreSQL so far. */
  async statements(): Promise<number> {
    this.process.send('statements' satisfies Request);
    const { statements } = await nextReport(this.process);
    return statements ?? 0;
  }

  get isRunning(): boolean {
    const { exitCode, signalCode } = this.process;
    return exitCode === null && signalCode === null;
  }

  /** Resolves when it is gone, without having ended anything in order. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await gone;
  }

  /** Resolves when it has ended in order. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    // One that was killed has closed its channel before its end is told.
    if (this.process.connected) this.process.send('stop' satisfies Request);
    await gone;
  }
}

function nextReport(process: ChildProcess): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`a process of the row ended with ${code}`));
    process.once('exit', onExit);
    process.once('message', (report: Report) => {
      process.off('exit', onExit);
      if (report.failed) reject(new Error(report.failed));
      else resolve(report);
    });
  });
}

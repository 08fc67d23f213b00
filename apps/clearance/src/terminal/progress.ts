const BAR = 28;
/** Where nobody watches (a log, a pipe) a line now and then is enough. */
const LINE_MS = 5_000;
const REDRAW_MS = 100;

/** How far something is, on one line that is drawn again and again. */
export class Progress {
  private shownAt = 0;

  constructor(
    private readonly total: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  show(done: number, text: string): void {
    const now = performance.now();
    if (now - this.shownAt < (this.out.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.shownAt = now;
    this.write(done, text);
  }

  /** The last state, whenever it was shown before. */
  end(done: number, text: string): void {
    this.write(done, text);
    if (this.out.isTTY) this.out.write('\n');
  }

  private write(done: number, text: string): void {
    const part = this.total > 0 ? Math.min(1, done / this.total) : 1;
    const filled = Math.round(part * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const line = `${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${text}`;
    if (!this.out.isTTY) this.out.write(`${line}\n`);
    else this.out.write(`\r\u001b[2K${line.slice(0, (this.out.columns ?? 80) - 1)}`);
  }
}

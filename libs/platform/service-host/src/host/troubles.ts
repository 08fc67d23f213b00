const PAUSE_MS_LEAST = 1_000;
const PAUSE_MS_MAX = 10_000;

/** Longer than the longest pause between two tries: who has not failed for so long has come through. */
const OVER_MS = 20_000;

/**
 * The troubles of one service that come again and again while something is away. The first is told at once, then ever more
 * seldom how often which ones came, and when it was over.
 */
export class Troubles {
  private readonly untold = new Map<string, number>();
  private times = 0;
  private firstAt = 0;
  private lastAt = 0;

  constructor(private readonly tell: (line: string) => void) {}

  note(trouble: string): void {
    this.lastAt = performance.now();
    this.times += 1;
    if (this.times === 1) return this.begin(trouble);
    this.untold.set(trouble, (this.untold.get(trouble) ?? 0) + 1);
  }

  private begin(trouble: string): void {
    this.firstAt = this.lastAt;
    this.tell(trouble);
    this.lookAfter(PAUSE_MS_LEAST);
  }

  private lookAfter(pauseMs: number): void {
    setTimeout(() => this.look(pauseMs), pauseMs).unref();
  }

  private look(pauseMs: number): void {
    if (performance.now() - this.lastAt >= OVER_MS) return this.end();
    const lines = [...this.untold].map(([trouble, times]) => `${times} × ${trouble}`);
    if (lines.length > 0) this.tell(lines.join('; '));
    this.untold.clear();
    this.lookAfter(Math.min(PAUSE_MS_MAX, 2 * pauseMs));
  }

  private end(): void {
    const seconds = Math.ceil((this.lastAt - this.firstAt) / 1_000);
    if (this.times > 1) this.tell(`over: ${this.times} within ${seconds} s`);
    this.times = 0;
  }
}

import { setImmediate as nextTurn } from 'node:timers';

type Work = () => void;

/** What Node gives out for a timer. */
class Timer {
  constructor(
    readonly due: number,
    readonly work: Work,
    readonly everyMs?: number,
  ) {}

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

const REPLACED = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
] as const;

/**
 * Time that passes only when nothing else can happen. While it is in force every timer of the process belongs to it, so
 * that a run depends on nothing but its seed: promises are settled in Node's own order, timers in that of their instants.
 */
export class SimulatedTime {
  /** Milliseconds since the beginning of the run. */
  now = 0;
  private timers: Timer[] = [];
  private readonly originals = REPLACED.map((name) => [name, globalThis[name]] as const);

  /** Replaces Node's timers. Answers how to give them back. */
  install(): () => void {
    const start = (work: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): Timer =>
      this.add(new Timer(this.now + Math.max(0, ms), () => work(...values)));
    const repeat = (work: Work, ms: number): Timer => this.add(new Timer(this.now + ms, work, ms));
    const stop = (timer?: Timer): void => void (this.timers = this.timers.filter((other) => other !== timer));
    const soon = (work: (...values: unknown[]) => void, ...values: unknown[]): Timer =>
      start(work, 0, ...values);
    const ours = [start, stop, repeat, stop, soon, stop];
    REPLACED.forEach((name, index) => Object.assign(globalThis, { [name]: ours[index] }));
    return () => {
      this.timers = [];
      for (const [name, original] of this.originals) Object.assign(globalThis, { [name]: original });
    };
  }

  /** Lets things happen until it is over. @returns false when the time was up before that */
  async passUntil(isOver: () => boolean, untilMs: number): Promise<boolean> {
    for (;;) {
      // Whatever promises can still do is done before time goes on.
      await new Promise((resolve) => nextTurn(resolve));
      if (isOver()) return true;
      const timer = this.timers[0];
      if (!timer || timer.due > untilMs) {
        this.now = untilMs;
        return false;
      }
      this.timers.shift();
      this.now = Math.max(this.now, timer.due);
      if (timer.everyMs !== undefined) this.repeat(timer, timer.everyMs);
      timer.work();
    }
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.add(new Timer(this.now + ms, resolve)));
  }

  /** The same timer stands for every round, so that it can be stopped. */
  private repeat(timer: Timer, everyMs: number): void {
    Object.assign(timer, { due: this.now + everyMs });
    this.add(timer);
  }

  private add(timer: Timer): Timer {
    let low = 0;
    for (let high = this.timers.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.timers[middle]!.due <= timer.due) low = middle + 1;
      else high = middle;
    }
    this.timers.splice(low, 0, timer);
    return timer;
  }
}

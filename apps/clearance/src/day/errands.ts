import { sleep } from '@tonggwan/messaging';
import type { OfficeTime } from '../system/office-time';

const LOOK_MS = 50;

/** What people have set out to do at some time of the day. */
export class Errands {
  private open = 0;
  private due = 0;
  private failure: unknown;

  /** @param ends what is due later is left for tomorrow; milliseconds since 1970 */
  constructor(
    private readonly time: OfficeTime,
    private readonly ends: number,
  ) {}

  get now(): number {
    return this.time.clock.now().getTime();
  }

  get isOver(): boolean {
    return this.now >= this.ends;
  }

  /** Does something at an instant of the office's time, at once where that is past. */
  at(instant: number, act: () => Promise<void>): void {
    if (instant <= this.ends) this.follow(this.until(instant).then(() => this.carryOut(act)));
  }

  /** What should have been done by now and is not. */
  get overdue(): number {
    return this.due;
  }

  /** Does now what is due. @param count how many things that is */
  carryOut<Result>(act: () => Promise<Result>, count = 1): Promise<Result> {
    this.due += count;
    return act().finally(() => (this.due -= count));
  }

  /** Counts work that is under way already. */
  follow(work: Promise<void>): void {
    this.open += 1;
    work
      .catch((error: unknown) => {
        this.failure ??= error;
      })
      .finally(() => {
        this.open -= 1;
      });
  }

  /** Resolves at that instant of the office's time, or when the day is over. */
  async until(instant: number): Promise<void> {
    const end = Math.min(instant, this.ends);
    for (let left = end - this.now; left > 0; left = end - this.now) {
      await sleep(Math.ceil(left / this.time.speed));
    }
  }

  /** Resolves when the day is over and everything done that was set out on. @throws what went wrong first */
  async done(): Promise<void> {
    while (!this.failure && !(this.isOver && this.open === 0)) await sleep(LOOK_MS);
    if (this.failure) throw this.failure;
  }
}

import { Draw } from '@tonggwan/clearance';

/** One thing that went wrong in a run, by which it is known again in another run of the same seed. */
export type FaultName = string;

/**
 * Decides what goes wrong and how long everything takes. Each decision hangs on the seed and its own name alone, so that
 * leaving a fault out changes as little as possible of what else happens.
 */
export class Fate {
  /** What has gone wrong so far, in order. */
  readonly faults: FaultName[] = [];
  private readonly counts = new Map<string, number>();
  private isCalm = false;

  /** @param only the faults that may happen; all that the seed brings unless given */
  constructor(
    readonly seed: number,
    private readonly only?: ReadonlySet<FaultName>,
  ) {}

  /** From now on nothing goes wrong any more, and what is broken can recover. */
  calm(): void {
    this.isCalm = true;
  }

  /** Whether it goes wrong this time, in so many of a thousand cases. */
  strikes(fault: string, perMille: number): boolean {
    if (this.isCalm) return false;
    const name = this.numbered(fault);
    if (!this.draw(name).happens(perMille / 10)) return false;
    if (this.only && !this.only.has(name)) return false;
    this.faults.push(name);
    return true;
  }

  /** Milliseconds that a step takes: mostly little, now and then much. */
  delayMs(step: string): number {
    const draw = this.draw(this.numbered(step));
    return draw.happens(4) ? draw.fraction() * 400 : draw.fraction() * 6;
  }

  /** Chance for what is no fault: what people do, and when. */
  draw(name: string): Draw {
    return new Draw(`${this.seed}/${name}`);
  }

  private numbered(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return `${name} ${count}`;
  }
}

import { hash32 } from '@tonggwan/kernel';

/** Chance that is the same on every machine: the same key draws the same numbers. Not for secrets. */
export class Draw {
  private state: number;

  constructor(key: string) {
    this.state = hash32(key);
  }

  /** From 0 up to, but never, 1 (mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True in `percent` of a hundred. */
  happens(percent: number): boolean {
    return this.fraction() * 100 < percent;
  }

  /** From 0 up to, but never, `count`. */
  below(count: number): number {
    return Math.floor(this.fraction() * count);
  }

  /** One of them. @throws Error when there is none */
  oneOf<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('there is nothing to draw from');
    return thing;
  }

  /** One of them, each as often as its weight says. @throws Error when no weight is more than zero */
  weighted<Thing>(things: readonly Thing[], weightOf: (thing: Thing) => number): Thing {
    const total = things.reduce((sum, thing) => sum + weightOf(thing), 0);
    let left = this.fraction() * total;
    const drawn = things.find((thing) => (left -= weightOf(thing)) < 0);
    if (drawn === undefined) throw new Error('there is nothing to draw from');
    return drawn;
  }

  /** Times that people take: most near the median, some very long. `spread` is the deviation of the logarithm. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.fraction()));
  }
}

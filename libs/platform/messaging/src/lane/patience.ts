/** A consumer lets events gather where nobody waits for what it makes of them: those that go together cost less. */
export interface Gathering {
  /** The longest that an event waits, in milliseconds. */
  readonly ms: number;
  /** The same while events are many: the later ones of a declaration then find the earlier still there. */
  readonly busyMs?: number;
  /** Sources whose events do not wait. */
  readonly atOnce: readonly string[];
  /** Whatever else is there goes with them; else it waits on. */
  readonly takesAlong?: true;
  /** It only keeps what it hears. So it hears last, and all at once, where others hear in the same transaction. */
  readonly saysNothing?: true;
}

/** What a lane does now: takes the events of these sources, or waits for so many milliseconds. */
export interface Turn {
  readonly sources: readonly string[];
  readonly waitMs: number;
}

/** From so many events a second on a lane is busy: with the others of its consumer, a good part of a core. */
const BUSY_PER_SECOND = 150;

/** The shortest time over which that is counted. */
const COUNTED_MS = 200;

/** Events of this age are behind, unless somebody will still take them along: to wait for more of them helps nobody. */
const BEHIND_MS = 10_000;

/** How long one lane waits. All lanes of a process wait for the same beats, so that they then go together. */
export class Patience {
  private beatAt: number | undefined;
  private isBusy = false;
  private isBehind = false;
  private counted = 0;
  private countedFrom: number;

  constructor(
    private readonly gathering: Gathering | undefined,
    private readonly now: () => number,
  ) {
    this.countedFrom = now();
  }

  /** @param sources those of which events are there, one at least */
  turn(sources: readonly string[]): Turn {
    if (!this.gathering || this.isBehind) return { sources, waitMs: 0 };
    const { atOnce, takesAlong } = this.gathering;
    const now = this.now();
    this.beatAt ??= this.nextBeat(now);
    const urgent = sources.filter((source) => atOnce.includes(source));
    if (now >= this.beatAt || (takesAlong && urgent.length > 0)) {
      this.beatAt = undefined;
      return { sources, waitMs: 0 };
    }
    return { sources: urgent, waitMs: this.beatAt - now };
  }

  /**
   * To be told how many events each turn has taken.
   * @param oldestAt when the first of them was said
   * @param isTakenAlong whether somebody else of this process is still to come for it
   */
  took(events: number, oldestAt: string, isTakenAlong = false): void {
    this.isBehind = !isTakenAlong && this.now() - Date.parse(oldestAt) > BEHIND_MS;
    this.counted += events;
    const ms = this.now() - this.countedFrom;
    if (ms < COUNTED_MS) return;
    this.isBusy = (this.counted * 1_000) / ms >= BUSY_PER_SECOND;
    [this.counted, this.countedFrom] = [0, this.now()];
  }

  private nextBeat(now: number): number {
    const { ms, busyMs = ms } = this.gathering!;
    const every = this.isBusy ? busyMs : ms;
    return now + every - (now % every);
  }
}

/** A consumer lets events gather where nobody waits for what it makes of them: those that go together cost less. */
export interface Gathering {
  /** The longest that an event waits, in milliseconds. */
  readonly ms: number;
  /** Sources whose events do not wait, nor whatever else is there then. */
  readonly atOnce: readonly string[];
}

/** How long one lane waits. All lanes of a process wait for the same beats, so that they then go together. */
export class Patience {
  private beatAt: number | undefined;

  constructor(
    private readonly gathering: Gathering | undefined,
    private readonly now: () => number,
  ) {}

  /** Milliseconds until events of these sources are to be taken; 0 for now, and the wait is over. */
  waitMs(sources: Iterable<string>): number {
    if (!this.gathering) return 0;
    const { ms, atOnce } = this.gathering;
    const now = this.now();
    this.beatAt ??= now + ms - (now % ms);
    const isUrgent = [...sources].some((source) => atOnce.includes(source));
    if (!isUrgent && now < this.beatAt) return this.beatAt - now;
    this.beatAt = undefined;
    return 0;
  }
}

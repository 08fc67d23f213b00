import type { StoredEvent } from '../event';
import type { Lane } from '../lane/lane';
import { type LaneSettings, sleep } from '../lane/settings';
import type { History } from '../store/store';
import type { Heads } from './heads';
import { Signal } from './signal';

/** A lane without news looks again this often all the same. */
const WAIT_MS_MAX = 30_000;

/** A lane works for so much of the time, at most one part in three, while its batches are small. */
const GATHER_SHARE = 2;

/** Reads for one lane what its owners have and it has not, for as long as the lane is ours. */
export class LaneLoop {
  readonly news = new Signal();
  private closed = false;
  private readonly running: Promise<void>;

  constructor(
    readonly lane: Lane,
    private readonly sources: readonly string[],
    private readonly history: History,
    private readonly heads: Heads,
    private readonly settings: LaneSettings,
  ) {
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.news.ring();
    await this.lane.close();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.closed && !this.lane.stopped;) {
      try {
        const events = await this.next();
        if (events.length === 0) await this.news.wait(WAIT_MS_MAX);
        else await this.takeAndGather(events);
        failures = 0;
      } catch (error) {
        failures += 1;
        this.settings.onFailure?.(this.lane.name, 'retry', error);
        await this.settings.pause(failures);
      }
    }
  }

  /**
   * One event alone goes at once. After a small batch the lane lets more gather, the longer the slower the machine is: those
   * that go together cost less, and what a batch takes says how busy it is.
   */
  private async takeAndGather(events: readonly StoredEvent[]): Promise<void> {
    const { now, gatherMsMax, eventsMax } = this.settings;
    const began = now();
    await this.lane.take(events);
    const gatherMs = Math.min(gatherMsMax, GATHER_SHARE * (now() - began));
    if (events.length < eventsMax / 2 && !this.closed) await sleep(gatherMs);
  }

  private async next(): Promise<readonly StoredEvent[]> {
    const { bucket } = this.lane.name;
    const from = new Map<string, number>();
    for (const source of this.sources) {
      const position = this.lane.position(source);
      if (this.heads.of(source, bucket) > position) from.set(source, position);
    }
    return from.size > 0 ? this.history.readEach(from, bucket, this.settings.eventsMax) : [];
  }
}

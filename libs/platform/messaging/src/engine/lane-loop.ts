import type { StoredEvent } from '../event';
import type { Lane } from '../lane/lane';
import type { LaneSettings } from '../lane/settings';
import type { History } from '../store/store';
import type { Heads } from './heads';
import { Signal } from './signal';

/** A lane without news looks again this often all the same. */
const WAIT_MS_MAX = 30_000;

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
        if (events.length > 0) await this.lane.take(events);
        else await this.news.wait(WAIT_MS_MAX);
        failures = 0;
      } catch (error) {
        failures += 1;
        this.settings.onFailure?.(this.lane.name, 'retry', error);
        await this.settings.pause(failures);
      }
    }
  }

  private async next(): Promise<readonly StoredEvent[]> {
    const { bucket } = this.lane.name;
    const behind = this.sources.filter(
      (source) => this.heads.of(source, bucket) > this.lane.position(source),
    );
    const limit = this.settings.eventsMax;
    const read = behind.map((source) => this.history.read(source, bucket, this.lane.position(source), limit));
    return (await Promise.all(read)).flat();
  }
}

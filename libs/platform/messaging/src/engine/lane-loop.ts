import type { StoredEvent } from '../event';
import type { Lane } from '../lane/lane';
import { Patience } from '../lane/patience';
import type { LaneSettings } from '../lane/settings';
import type { History } from '../store/store';
import type { Heads } from './heads';
import type { Recent } from './recent';
import { Signal } from './signal';

/** So many of each source at once: a journey has those of all lanes in it, and what comes of them. */
const LOAD_EVENTS = 50;

/** A lane without news looks again this often all the same. */
const WAIT_MS_MAX = 30_000;

/** Reads for one lane what its owners have and it has not, for as long as the lane is ours. */
export class LaneLoop {
  readonly news = new Signal();
  private closed = false;
  private readonly patience: Patience;
  private readonly running: Promise<void>;

  constructor(
    readonly lane: Lane,
    private readonly sources: readonly string[],
    private readonly history: History,
    private readonly heads: Heads,
    private readonly settings: LaneSettings,
    private readonly recent: Recent,
  ) {
    this.patience = new Patience(settings.gathering, settings.now);
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
        await this.lane.settled();
        const events = await this.next();
        if (events.length > 0) await this.take(events);
        failures = 0;
      } catch (error) {
        failures += 1;
        this.settings.onFailure?.(this.lane.name, 'retry', error);
        await this.settings.pause(failures);
      }
    }
  }

  /** What the lane will not have, since it stands in a life that its owner does not know, must not keep it busy. */
  private async take(events: readonly StoredEvent[]): Promise<void> {
    await this.lane.take(events);
    const { source, position } = events[0]!;
    if (!this.lane.stopped && this.lane.position(source) < position) await this.later(WAIT_MS_MAX);
  }

  /** What is to be taken next, or nothing when it is time to look again. */
  private async next(): Promise<readonly StoredEvent[]> {
    const { bucket } = this.lane.name;
    const from = new Map<string, number>();
    for (const source of this.sources) {
      const position = this.lane.position(source);
      if (this.heads.of(source, bucket) > position) from.set(source, position);
    }
    if (from.size === 0) return this.later(WAIT_MS_MAX);
    const { sources, waitMs } = this.patience.turn([...from.keys()]);
    if (sources.length === 0) return this.later(waitMs);
    const wanted = new Map(sources.map((source) => [source, from.get(source)!]));
    const events = await this.history.readEach(wanted, bucket, LOAD_EVENTS);
    if (events.length === 0) return this.later(WAIT_MS_MAX);
    const oldest = oldestOf(events);
    this.patience.took(events.length, oldest.at, this.recent.isStillTaken(oldest));
    return events;
  }

  private async later(milliseconds: number): Promise<readonly StoredEvent[]> {
    await this.news.wait(milliseconds);
    return [];
  }
}

function oldestOf(events: readonly StoredEvent[]): StoredEvent {
  return events.reduce((oldest, event) => (event.at < oldest.at ? event : oldest));
}

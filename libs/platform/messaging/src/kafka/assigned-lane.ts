import type { StoredEvent } from '../event';
import type { Lane } from '../lane/lane';
import { Patience, type Turn } from '../lane/patience';
import type { LaneSettings } from '../lane/settings';
import { Inbox } from './inbox';

/** What is lacking is read in pieces of so many events of each source: small enough for every door and every limit of bytes. */
export const PIECE_EVENTS = 200;

/** A lane without news looks again this often all the same. */
const WAIT_MS_MAX = 30_000;

export interface AssignedLaneParts {
  open(): Promise<Lane>;
  /** What the owners have already and the lane has not, in pieces: one of fewer than {@link PIECE_EVENTS} is the last. */
  lacking(lane: Lane): Promise<readonly StoredEvent[]>;
  onFailure(error: unknown): void;
  readonly settings: LaneSettings;
}

/**
 * The lane of a bucket that comes and goes; taken up and given up one after the other. It begins with what the outboxes
 * have, since whoever had it before may have taken deliveries to his grave.
 */
export class AssignedLane {
  private readonly inbox = new Inbox();
  isWanted = false;
  private mayLack = true;
  private current: Lane | undefined;
  private change: Promise<void> = Promise.resolve();
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly parts: AssignedLaneParts) {}

  get lane(): Lane | undefined {
    return this.current;
  }

  /** Whether deliveries can be taken in now. */
  get hasRoom(): boolean {
    return !this.current?.stopped && !this.inbox.isFull;
  }

  put(events: readonly StoredEvent[]): void {
    this.inbox.put(events);
  }

  /** Never called where the lane has stopped. */
  whenRoom(tell: () => void): void {
    this.inbox.whenRoom(tell);
  }

  /** What was appended before now may never be delivered: to be read from the outboxes. */
  catchUp(): void {
    this.mayLack = true;
    this.inbox.news.ring();
  }

  want(wanted: boolean): Promise<void> {
    this.isWanted = wanted;
    return (this.change = this.change.then(() => this.settle()));
  }

  private async settle(): Promise<void> {
    if (!this.isWanted) return this.giveUp();
    if (this.current) return;
    const lane = await this.untilDone(
      () => this.parts.open(),
      () => this.isWanted,
    );
    if (!lane) return;
    this.current = lane;
    this.working = this.work(lane);
  }

  private async giveUp(): Promise<void> {
    const lane = this.current;
    this.current = undefined;
    this.inbox.news.ring();
    await lane?.close();
    await this.working;
    this.inbox.empty();
  }

  private async work(lane: Lane): Promise<void> {
    const isOurs = (): boolean => this.current === lane && !lane.stopped;
    const take = (events: readonly StoredEvent[]) => this.untilDone(() => lane.take(events), isOurs);
    const { gathering, now } = this.parts.settings;
    const patience = new Patience(gathering, now);
    for (this.mayLack = true; isOurs();) {
      if (this.mayLack) await take(await this.lacking(lane, isOurs));
      const { sources, waitMs } = this.turn(patience);
      if (sources.length === 0) await this.inbox.news.wait(waitMs);
      else {
        const events = this.inbox.take(sources);
        await take(events);
        patience.took(events.length);
      }
    }
  }

  /** One piece; the next one in the next turn, unless it is the last. */
  private async lacking(lane: Lane, isOurs: () => boolean): Promise<readonly StoredEvent[]> {
    this.mayLack = false;
    const events = (await this.untilDone(() => this.parts.lacking(lane), isOurs)) ?? [];
    this.mayLack ||= events.length >= PIECE_EVENTS;
    return events;
  }

  /** Where nothing more can be taken in all goes at once: the deliveries that wait for room would come later still. */
  private turn(patience: Patience): Turn {
    const { sources, isFull } = this.inbox;
    if (isFull) return { sources, waitMs: 0 };
    if (sources.length > 0) return patience.turn(sources);
    return { sources, waitMs: this.mayLack ? 0 : WAIT_MS_MAX };
  }

  /** Tries again after each failure, as long as it is worth it. */
  private async untilDone<Result>(
    work: () => Promise<Result>,
    isWorthIt: () => boolean,
  ): Promise<Result | undefined> {
    for (let failures = 0; isWorthIt();) {
      try {
        return await work();
      } catch (error) {
        this.parts.onFailure(error);
        await this.parts.settings.pause((failures += 1));
      }
    }
    return undefined;
  }
}

import type { StoredEvent } from '../event';
import { enterEpochs } from '../epoch/enter';
import type { Epoch } from '../epoch/epoch';
import type { LaneName } from '../store/store';
import type { Passenger } from './convoy';
import { chunksOf } from './chunks';
import { replay } from './replay';
import { Standing } from './standing';
import { NOWHERE, triage, type Triage } from './triage';
import { type LaneParts, LaneWork } from './work';

/**
 * One consumer and one bucket. Takes events of all its sources, one batch at a time, each in one transaction that also
 * moves the lane: an event takes effect once or not at all.
 */
export class Lane {
  private queue: Promise<void> = Promise.resolve();
  private turns = 0;
  private readonly work: LaneWork;

  private constructor(
    private readonly standing: Standing,
    private readonly parts: LaneParts,
  ) {
    this.work = new LaneWork(standing, parts);
  }

  static async open(name: LaneName, parts: LaneParts): Promise<Lane> {
    return new Lane(await Standing.takeUp(parts.companion.store, name), parts);
  }

  get name(): LaneName {
    return this.standing.name;
  }

  get counts(): Readonly<LaneWork['counts'] & Standing['taken']> {
    return { ...this.work.counts, ...this.standing.taken };
  }

  /** The reason why the lane stands still for somebody to look at. */
  get stopped(): string | undefined {
    return this.work.stopped;
  }

  position(source: string): number {
    return this.standing.positions[source]?.position ?? 0;
  }

  /** Takes what is next of these events; resolves when they have taken effect, are dead letters, or the lane has stopped. */
  take(events: readonly StoredEvent[]): Promise<void> {
    return this.inTurn(() => this.takeNow(events));
  }

  /** Resolves when it has nothing to do. */
  settled(): Promise<void> {
    return this.queue;
  }

  /** Comes along with others, unless it has something to do itself. */
  board(): Passenger | undefined {
    const { isWary, isCautious } = this.standing;
    if (this.turns > 0 || this.work.isIdle || isWary || isCautious) return undefined;
    let leave!: (arrived: boolean) => void;
    const over = new Promise<boolean>((resolve) => (leave = resolve));
    void this.occupy(async () => {
      if (!(await over)) await this.work.forget(0);
    });
    return { standing: this.standing, events: [], leave };
  }

  /** Carries out the replays that somebody asked for, in turn with everything else. */
  replay(): Promise<void> {
    return this.inTurn(async () => {
      for (const key of await this.parts.companion.store.requestedReplays(this.name)) {
        await replay(key, this.standing, this.parts);
      }
    });
  }

  /** Goes on in the lives that logs have begun since. Answers whether it was elsewhere before. */
  async enter(epochs: ReadonlyMap<string, readonly Epoch[]>): Promise<boolean> {
    let hasMoved = false;
    await this.inTurn(async () => {
      hasMoved = await this.enterNow(epochs);
    });
    return hasMoved;
  }

  /** Finishes the batch that is under way and notes that the end was orderly. */
  async close(): Promise<void> {
    this.work.closing = true;
    await this.queue;
    await this.standing.transact({ running: false, attempt: null }).catch(() => undefined);
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    return this.occupy(async () => {
      if (!this.work.isIdle) await task();
    });
  }

  private occupy(task: () => Promise<void>): Promise<void> {
    this.turns += 1;
    const turn = this.queue.then(task).finally(() => (this.turns -= 1));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async takeNow(events: readonly StoredEvent[]): Promise<void> {
    await this.meet(events);
    const { next, gap, later } = triage(events, this.standing.positions);
    if (!gap && !later) this.work.counts.repeats += events.length - next.length;
    for (const chunk of chunksOf(next, this.parts.companion.settings)) await this.work.process(chunk);
    if (this.work.isIdle) return;
    if (gap ? await this.heal(gap) : later && next.length > 0) await this.takeNow(events);
  }

  /** Pulls what is missing from the owner's outbox. What the owner has not either stops the lane: a loss is never passed over. */
  private async heal({ source, epoch, before }: NonNullable<Triage['gap']>): Promise<boolean> {
    this.work.counts.gaps += 1;
    while (this.position(source) < before - 1 && !this.work.isIdle) {
      const at = this.position(source);
      const { history, companion } = this.parts;
      const missing = await history.read(source, this.name.bucket, at, companion.settings.eventsMax);
      if (missing[0]?.position !== at + 1) {
        if (await this.isOver(source, epoch)) return true;
        this.work.stopped = `${source}/${this.name.bucket} lacks position ${at + 1}`;
        return false;
      }
      await this.meet(missing);
      await this.work.process(missing);
    }
    return !this.work.isIdle;
  }

  /** Before events of a later life are taken it must be known where that begins: it may be below what was seen already. */
  private async meet(events: readonly StoredEvent[]): Promise<void> {
    const later = events.filter(({ source, epoch }) => epoch > this.epoch(source));
    if (later.length === 0) return;
    const sources = [...new Set(later.map(({ source }) => source))];
    await this.enterNow(await this.parts.history.epochs(sources));
  }

  /** Whether that life of the log has ended before what the lane is said to lack. */
  private async isOver(source: string, epoch: number): Promise<boolean> {
    await this.enterNow(await this.parts.history.epochs([source]));
    return this.epoch(source) > epoch;
  }

  private async enterNow(epochs: ReadonlyMap<string, readonly Epoch[]>): Promise<boolean> {
    const before = this.standing.positions;
    const forks = await enterEpochs(this.standing, epochs);
    for (const fork of forks) this.parts.companion.settings.onFork?.(this.name, fork);
    return this.standing.positions !== before;
  }

  private epoch(source: string): number {
    return (this.standing.positions[source] ?? NOWHERE).epoch;
  }
}

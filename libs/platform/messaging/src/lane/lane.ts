import { Batch } from '../batch';
import type { StoredEvent } from '../event';
import type { EventTypes } from '../event-types';
import type { History, LaneName, Store } from '../store/store';
import { chunksOf } from './chunks';
import { failureOf } from './failure';
import { handle, type Handlers } from './handlers';
import { REASON_CHARACTERS_MAX, replay } from './replay';
import type { LaneSettings } from './settings';
import { CRASHES_MAX, Standing } from './standing';
import { moved, triage } from './triage';

export interface LaneParts {
  readonly store: Store;
  readonly history: History;
  readonly handlers: Handlers;
  readonly types: EventTypes;
  readonly settings: LaneSettings;
}

/** A time-out of one event alone is forgiven this often. */
const TIMEOUTS_MAX = 3;

/**
 * One consumer and one bucket. Takes events of all its sources, one batch at a time, each in one transaction that also
 * moves the lane: an event takes effect once or not at all.
 */
export class Lane {
  readonly counts = { events: 0, batches: 0, repeats: 0, gaps: 0, deadLetters: 0, parked: 0, retries: 0 };
  /** The reason why the lane stands still for somebody to look at. */
  stopped: string | undefined;
  private queue: Promise<void> = Promise.resolve();
  private poisonedAt: number[] = [];
  private closing = false;

  private constructor(
    private readonly standing: Standing,
    private readonly parts: LaneParts,
  ) {}

  static async open(name: LaneName, parts: LaneParts): Promise<Lane> {
    return new Lane(await Standing.takeUp(parts.store, name), parts);
  }

  get name(): LaneName {
    return this.standing.name;
  }

  position(source: string): number {
    return this.standing.positions[source]?.position ?? 0;
  }

  /** Takes what is next of these events; resolves when they have taken effect, are dead letters, or the lane has stopped. */
  take(events: readonly StoredEvent[]): Promise<void> {
    return this.inTurn(() => this.takeNow(events));
  }

  /** Carries out the replays that somebody asked for, in turn with everything else. */
  replay(): Promise<void> {
    return this.inTurn(async () => {
      for (const key of await this.parts.store.requestedReplays(this.name)) {
        await replay(key, this.standing, this.parts);
      }
    });
  }

  /** Finishes the batch that is under way and notes that the end was orderly. */
  async close(): Promise<void> {
    this.closing = true;
    await this.queue;
    await this.standing.transact({ running: false, attempt: null }).catch(() => undefined);
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(() => (this.isIdle ? undefined : work()));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private get isIdle(): boolean {
    return this.closing || this.stopped !== undefined;
  }

  private async takeNow(events: readonly StoredEvent[]): Promise<void> {
    const { next, gap } = triage(events, this.standing.positions);
    if (!gap) this.counts.repeats += events.length - next.length;
    for (const chunk of chunksOf(next, this.parts.settings)) await this.process(chunk);
    if (gap && !this.isIdle && (await this.heal(gap.source, gap.before))) await this.takeNow(events);
  }

  /** Pulls what is missing from the owner's outbox. What the owner has not either stops the lane: a loss is never passed over. */
  private async heal(source: string, before: number): Promise<boolean> {
    this.counts.gaps += 1;
    while (this.position(source) < before - 1 && !this.isIdle) {
      const at = this.position(source);
      const { history, settings } = this.parts;
      const missing = await history.read(source, this.name.bucket, at, settings.eventsMax);
      if (missing[0]?.position !== at + 1) {
        this.stopped = `${source}/${this.name.bucket} lacks position ${at + 1}`;
        return false;
      }
      await this.process(missing);
    }
    return !this.isIdle;
  }

  private async process(events: readonly StoredEvent[]): Promise<void> {
    for (let tries = 1; !this.isIdle; tries += 1) {
      const fresh = triage(events, this.standing.positions).next;
      const [first] = fresh;
      if (!first) return;
      try {
        if (this.standing.isCautious && fresh.length > 1) return await this.oneByOne(fresh);
        if (this.standing.isCautious && !(await this.standing.noteAttempt(first))) {
          return await this.bury(first, `ended the process ${CRASHES_MAX} times`);
        }
        await this.run(fresh);
        return this.standing.passed(fresh.length);
      } catch (error) {
        await this.afterFailure(error, fresh, tries).catch(() => this.forget(tries));
      }
    }
  }

  private async afterFailure(error: unknown, events: readonly StoredEvent[], tries: number): Promise<void> {
    const failure = failureOf(error);
    const { settings } = this.parts;
    settings.onFailure?.(this.name, failure, error);
    const hopeless =
      failure === 'poison' || (failure === 'timeout' && (events.length > 1 || tries >= TIMEOUTS_MAX));
    if (failure === 'stop') this.stopped = String(error);
    else if (hopeless) await this.halve(events, String(error));
    else {
      await this.forget(failure === 'conflict' ? 0 : tries);
    }
  }

  /** Waits, then reads the lane again: what is in memory may be worth nothing. */
  private async forget(tries: number): Promise<void> {
    const { settings } = this.parts;
    this.counts.retries += 1;
    if (tries > 0) await settings.pause(tries);
    await this.standing
      .readAgain()
      .catch((again: unknown) => settings.onFailure?.(this.name, 'retry', again));
  }

  /** Until the poison stands alone. */
  private async halve(events: readonly StoredEvent[], reason: string): Promise<void> {
    if (events.length === 1) return this.bury(events[0]!, reason);
    const middle = Math.ceil(events.length / 2);
    await this.process(events.slice(0, middle));
    await this.process(events.slice(middle));
  }

  private async oneByOne(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) await this.process([event]);
  }

  private async run(events: readonly StoredEvent[]): Promise<void> {
    const { handlers, types } = this.parts;
    const waiting = events.filter((event) => this.standing.isBuried(event));
    const parked = waiting.filter((event) => handlers.byType.has(event.type));
    const free = waiting.length > 0 ? events.filter((event) => !this.standing.isBuried(event)) : events;
    await this.standing.transact(
      { positions: moved(this.standing.positions, events) },
      async (transaction) => {
        const batch = new Batch(transaction, types);
        await handle(free, handlers, types, batch);
        const letters = parked.map((event) => ({
          event,
          reason: 'waits behind a dead letter',
          parked: true,
        }));
        if (letters.length > 0) await transaction.bury(this.name.consumer, letters);
        await batch.flush();
      },
    );
    this.counts.events += events.length;
    this.counts.parked += parked.length;
    this.counts.batches += 1;
  }

  private async bury(event: StoredEvent, reason: string): Promise<void> {
    const positions = moved(this.standing.positions, [event]);
    await this.standing.transact({ positions, attempt: null }, async (transaction) => {
      const letter = { event, reason: reason.slice(0, REASON_CHARACTERS_MAX), parked: false };
      await transaction.bury(this.name.consumer, [letter]);
    });
    this.standing.buryKey(event.key);
    this.counts.deadLetters += 1;
    this.parts.settings.onDeadLetter?.(this.name, event, reason);
    this.stopWhenPoisonFloods();
  }

  /** So much poison is not bad data but a bad deployment. */
  private stopWhenPoisonFloods(): void {
    const { now, poisonsPerMinuteMax } = this.parts.settings;
    const at = now();
    this.poisonedAt = [...this.poisonedAt.filter((earlier) => earlier > at - 60_000), at];
    if (this.poisonedAt.length > poisonsPerMinuteMax) {
      this.stopped = `more than ${poisonsPerMinuteMax} dead letters in a minute`;
    }
  }
}

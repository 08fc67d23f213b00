import type { StoredEvent } from '../event';
import type { History } from '../store/store';
import type { Companion } from './companion';
import type { Convoy } from './convoy';
import { failureOf } from './failure';
import { unreadable } from './handlers';
import { reasonOf } from './reason';
import { ENDED_THE_PROCESS, type Standing } from './standing';
import { moved, triage } from './triage';
import { Turns } from './turns';

export interface LaneParts {
  readonly companion: Companion;
  readonly history: History;
  /** The one with which the lanes of this bucket go. */
  readonly convoy: Convoy;
}

/** A time-out of one event alone is forgiven until it is the third. */
const TIMEOUTS_MAX = 3;

/** Conflicts in a row that are met again at once; after that somebody else works on the same, and both wait a little. */
const CONFLICTS_AT_ONCE_MAX = 3;

/** Of all lanes in this process, whatever they listen to. */
const ATTEMPTS = new Turns();

/** Brings batches to their end: taken effect, or in the dead letters, or the lane has stopped. */
export class LaneWork {
  readonly counts = { repeats: 0, gaps: 0, deadLetters: 0, retries: 0 };
  /** The reason why the lane stands still for somebody to look at. */
  stopped: string | undefined;
  closing = false;
  private halvings = 0;
  private poisonedAt: number[] = [];

  constructor(
    private readonly standing: Standing,
    private readonly parts: LaneParts,
  ) {}

  get isIdle(): boolean {
    return this.closing || this.stopped !== undefined;
  }

  async process(events: readonly StoredEvent[]): Promise<void> {
    let tries = 0;
    while (!this.isIdle) {
      const fresh = triage(events, this.standing.positions).next;
      if (fresh.length === 0) return;
      try {
        if (this.standing.isCautious) await this.oneByOne(fresh);
        else if (this.standing.isWary) await this.firstBatch(fresh);
        else await this.runReadable(fresh);
        tries = 0;
      } catch (error) {
        tries += 1;
        await this.afterFailure(error, fresh, tries).catch(() => this.forget(tries));
      }
    }
  }

  /** Those before the first that cannot even be read; that one is buried when it is the next. Nobody has to look for it. */
  private async runReadable(events: readonly StoredEvent[]): Promise<void> {
    const { handlers, types } = this.parts.companion;
    for (const [index, event] of events.entries()) {
      const reason = this.standing.isBuried(event) ? undefined : unreadable(event, handlers, types);
      if (reason === undefined) continue;
      return index === 0 ? this.bury(event, reason) : this.run(events.slice(0, index));
    }
    return this.run(events);
  }

  /** Written down first: where it ends the process its events are suspects. */
  private firstBatch(events: readonly StoredEvent[]): Promise<void> {
    return ATTEMPTS.sideBySide(async () => {
      await this.standing.noteBatch(events);
      await this.run(events);
      this.standing.passed();
    });
  }

  /**
   * Each attempt is written down first, so that an event that ends the process is found out. Nothing else that may end it
   * is tried meanwhile.
   */
  private async oneByOne(events: readonly StoredEvent[]): Promise<void> {
    if (events.length > 1) {
      for (const event of events) await this.process([event]);
      return;
    }
    await ATTEMPTS.alone(() => this.attempt(events[0]!));
  }

  private async attempt(event: StoredEvent): Promise<void> {
    if (!(await this.standing.noteAttempt(event))) return this.bury(event, ENDED_THE_PROCESS);
    await this.run([event]);
    this.standing.passed();
  }

  private async afterFailure(error: unknown, events: readonly StoredEvent[], tries: number): Promise<void> {
    const failure = failureOf(error);
    this.parts.companion.settings.onFailure?.(this.standing.name, failure, error);
    const halved =
      failure === 'poison' || (failure === 'timeout' && (events.length > 1 || tries >= TIMEOUTS_MAX));
    if (failure === 'stop') this.stopped = reasonOf(error);
    else if (halved) await this.halve(events, reasonOf(error));
    else await this.forget(failure === 'conflict' ? tries - CONFLICTS_AT_ONCE_MAX : tries);
  }

  /** Waits, then reads the lane again: what is in memory may be worth nothing. */
  async forget(tries: number): Promise<void> {
    const { settings } = this.parts.companion;
    this.counts.retries += 1;
    if (tries > 0) await settings.pause(tries);
    await this.standing
      .readAgain()
      .catch((again: unknown) => settings.onFailure?.(this.standing.name, 'retry', again));
  }

  /** Until the poison stands alone. */
  private async halve(events: readonly StoredEvent[], reason: string): Promise<void> {
    if (events.length === 1) return this.bury(events[0]!, reason);
    const middle = Math.ceil(events.length / 2);
    this.halvings += 1;
    await this.process(events.slice(0, middle));
    await this.process(events.slice(middle));
    this.halvings -= 1;
  }

  /** A cautious lane goes alone: who ends the process must not take others along. So does one that looks for what failed. */
  private async run(events: readonly StoredEvent[]): Promise<void> {
    const { standing } = this;
    const load = { companion: this.parts.companion, standing, events };
    const isAlone = standing.isWary || standing.isCautious || this.halvings > 0;
    await (isAlone ? this.parts.convoy.goAlone(load) : this.parts.convoy.join(load));
  }

  private async bury(event: StoredEvent, reason: string): Promise<void> {
    const positions = moved(this.standing.positions, [event]);
    await this.standing.transact({ positions, attempt: null }, (transaction) =>
      transaction.bury(this.standing.name.consumer, [{ event, reason, parked: false }]),
    );
    this.standing.buryKey(event.key);
    this.counts.deadLetters += 1;
    this.parts.companion.settings.onDeadLetter?.(this.standing.name, event, reason);
    this.stopWhenPoisonFloods();
  }

  /** So much poison is not bad data but a bad deployment. */
  private stopWhenPoisonFloods(): void {
    const { now, poisonsPerMinuteMax } = this.parts.companion.settings;
    const at = now();
    this.poisonedAt = [...this.poisonedAt.filter((earlier) => earlier > at - 60_000), at];
    if (this.poisonedAt.length > poisonsPerMinuteMax) {
      this.stopped = `more than ${poisonsPerMinuteMax} dead letters in a minute`;
    }
  }
}

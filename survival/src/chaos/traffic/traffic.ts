import type { Corpus, Pace } from '@tonggwan/bench';
import { type Answer, Door } from '@tonggwan/clearance';
import { sleep } from '@tonggwan/messaging';

const LODGING = '/declarations?goods-present=true';
/** Beyond this nobody new comes: callers at a door that stays shut. */
const CALLERS_MAX = 1_000;
const NOBODY_ANSWERED_MS = 500;
/** The server has given the connection up, and the request may be made again (RFC 9110, 15.5.9). */
const REQUEST_TIMEOUT = 408;

/** What the callers have met. */
export interface Met {
  /** Refusals that say when to come again. */
  refused: number;
  /** What each connection that was not made or broke has said. */
  readonly broken: string[];
  /** Any other answer, which nobody should get. */
  readonly unforeseen: string[];
}

/**
 * Brokers who lodge the corpus one by one when the pace says so. Who is refused or cut off comes
 * again with the same message, as an honest client does, until it is taken or the traffic ends.
 */
export class Traffic {
  /** When each declaration was answered 202, by its id, in milliseconds of the epoch. */
  readonly accepted = new Map<string, number>();
  readonly met: Met = { refused: 0, broken: [], unforeseen: [] };
  /** Messages whose sender has come at least once. */
  offered = 0;
  private doors: readonly Door[] = [];
  private readonly all = new Map<string, Door>();
  private readonly callers = new Set<Promise<void>>();
  private isOver = false;
  private pace: Pace | undefined;
  private running: Promise<void> = Promise.resolve();

  /** @param urls of the gateways: who meets nobody at one goes to the next */
  constructor(
    urls: readonly string[],
    private readonly token: string,
    private readonly corpus: Corpus,
    private readonly comesAgain = true,
  ) {
    for (const url of urls) this.use(url);
  }

  /** As a load balancer does it: nobody new is sent there. */
  avoid(url: string): void {
    this.doors = this.doors.filter((door) => door !== this.all.get(url));
  }

  /** Callers are sent there too from now on. */
  use(url: string): void {
    const door = this.all.get(url) ?? new Door(url, this.token, CALLERS_MAX);
    this.all.set(url, door);
    this.doors = [...this.doors, door];
  }

  /** Those who have come and are not answered for good. */
  get waiting(): number {
    return this.callers.size;
  }

  start(pace: Pace): void {
    this.pace = pace;
    this.running = this.run(pace);
  }

  /** Resolves when nobody is under way any more. */
  async stop(): Promise<void> {
    this.isOver = true;
    this.pace?.stop();
    await this.running;
    await Promise.all(this.callers);
    for (const door of this.all.values()) door.close();
  }

  private async run(pace: Pace): Promise<void> {
    for (let due = await pace.next(); due !== undefined; due = await pace.next()) {
      if (this.callers.size >= CALLERS_MAX) continue;
      const caller = this.lodge(this.offered++);
      this.callers.add(caller);
      void caller.finally(() => this.callers.delete(caller));
    }
  }

  private async lodge(number: number): Promise<void> {
    const { text } = this.corpus.lodgement(number);
    for (let door = number; !this.isOver; door += 1) {
      const pauseMs = await this.callOnce(this.doors[door % this.doors.length]!, text);
      if (pauseMs === undefined || !this.comesAgain) return;
      await sleep(pauseMs);
    }
  }

  /** How long to wait before coming again; undefined where that is not called for. */
  private async callOnce(door: Door, text: string): Promise<number | undefined> {
    const answer = await door.call({ method: 'POST', path: LODGING, body: text }).catch(codeOf);
    return typeof answer === 'string' ? this.cutOff(answer) : this.heed(answer);
  }

  private heed({ status, body, retryAfterMs }: Answer): number | undefined {
    if (status === 202) {
      this.accepted.set((JSON.parse(body) as { id: string }).id, Date.now());
      return undefined;
    }
    if (status === 503 && retryAfterMs > 0) {
      this.met.refused += 1;
      return retryAfterMs;
    }
    if (status === REQUEST_TIMEOUT) return this.cutOff(String(status));
    this.met.unforeseen.push(`${status} ${body.slice(0, 200)}`);
    return undefined;
  }

  private cutOff(code: string): number {
    this.met.broken.push(code);
    return NOBODY_ANSWERED_MS;
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

import type { Door } from '@tonggwan/clearance';
import { hash32 } from '@tonggwan/kernel';
import { openLoop, type Pace } from './pace';

const CONNECTIONS = 32;
/** Callers ask about what they have lodged of late. */
const RECENT = 1_000;

/** A declarant who asks for the state of his own declarations, so many a second. */
export class Lookups {
  private readonly waits: { readonly at: number; readonly ms: number }[] = [];
  private readonly pace: Pace;
  private readonly running: Promise<unknown>;

  /** @param lodged ids of declarations, in the order in which they were lodged */
  constructor(
    private readonly door: Pick<Door, 'call' | 'close'>,
    private readonly lodged: readonly string[],
    perSecond: number,
  ) {
    this.pace = openLoop(1_000 / perSecond);
    this.running = Promise.all(Array.from({ length: CONNECTIONS }, () => this.ask()));
    this.running.catch(() => undefined);
  }

  /** How long those waited that were answered within, each from the instant at which it was due, in milliseconds. */
  waitsWithin(from: number, to: number): readonly number[] {
    return this.waits.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms);
  }

  stop(): void {
    this.pace.stop();
  }

  /** @throws Error when one was not answered with the state of the declaration */
  async finish(): Promise<void> {
    this.stop();
    await this.running;
    this.door.close();
  }

  private async ask(): Promise<void> {
    for (let due = await this.pace.next(); due !== undefined; due = await this.pace.next()) {
      const id = this.oneOfRecent(due);
      if (id === undefined) continue;
      const { status, body } = await this.door.call({ method: 'GET', path: `/declarations/${id}` });
      const state = status === 200 ? (JSON.parse(body) as { id?: string; status?: string }) : {};
      if (state.id !== id || !state.status)
        throw new Error(`a look-up was answered ${status}: ${body.slice(0, 500)}`);
      const at = Date.now();
      this.waits.push({ at, ms: at - due });
    }
  }

  private oneOfRecent(due: number): string | undefined {
    const back = hash32(String(due)) % Math.min(RECENT, this.lodged.length || 1);
    return this.lodged[this.lodged.length - 1 - back];
  }
}

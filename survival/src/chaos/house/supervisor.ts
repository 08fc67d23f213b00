import { sleep } from '@tonggwan/messaging';

const LOOK_MS = 100;
const PAUSE_MS_MAX = 10_000;

/** Something that may end, and can be started again where it was. */
interface Supervised {
  readonly name: string;
  readonly isGone: boolean;
  startAgain(): Promise<void>;
}

/** Starts again what has ended, as Kubernetes does: at once, and after ever longer pauses what does not get ready. */
export class Supervisor {
  private isOver = false;
  private readonly watching: Promise<unknown>;

  /** @param look who is there now */
  constructor(
    private readonly look: () => readonly Supervised[],
    private readonly say: (line: string) => void,
  ) {
    this.watching = this.watch();
  }

  /** Resolves when nothing is being started any more. */
  async close(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    const starting = new Map<Supervised, Promise<void>>();
    for (; !this.isOver; await sleep(LOOK_MS)) {
      for (const one of this.look()) {
        if (!one.isGone || starting.has(one)) continue;
        const start = this.start(one).finally(() => starting.delete(one));
        starting.set(one, start);
      }
    }
    await Promise.all(starting.values());
  }

  private async start(one: Supervised): Promise<void> {
    for (let pauseMs = 1_000; !this.isOver; pauseMs = Math.min(PAUSE_MS_MAX, 2 * pauseMs)) {
      try {
        return await one.startAgain();
      } catch (error) {
        this.say(`${one.name} does not start: ${String(error).slice(-300)}`);
        await sleep(pauseMs);
      }
    }
  }
}

import { Problem } from '@tonggwan/service-host';

/** More than this at the same time waits nowhere: the caller is told to come back. */
const WAITING_MAX = 2_000;
const TOGETHER_MAX = 100;
const RETRY_AFTER_SECONDS = 1;

interface Waiting<Item, Verdict> {
  readonly item: Item;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets requests that come together share one commit: while one is being written the next ones gather, and go together when
 * it is done. One alone goes at once.
 */
export class Desk<Item, Verdict> {
  private readonly waiting: Waiting<Item, Verdict>[] = [];
  private count = 0;
  private isBusy = false;

  /** @param serve answers a verdict for each item, in their order, after the commit */
  constructor(private readonly serve: (items: readonly Item[]) => Promise<readonly Verdict[]>) {}

  /** Resolves after the commit. @throws Problem 503 when too many wait already */
  take(item: Item): Promise<Verdict> {
    if (this.count >= WAITING_MAX) {
      const more = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      throw new Problem(503, 'too-busy', `More than ${WAITING_MAX} messages are waiting. Try again.`, more);
    }
    this.count += 1;
    const verdict = new Promise<Verdict>((resolve, reject) => this.waiting.push({ item, resolve, reject }));
    if (!this.isBusy) void this.serveAll();
    return verdict;
  }

  private async serveAll(): Promise<void> {
    this.isBusy = true;
    while (this.waiting.length > 0) {
      // What came in the same turn of the event loop belongs together.
      await new Promise(setImmediate);
      await this.serveSome(this.waiting.splice(0, TOGETHER_MAX));
    }
    this.isBusy = false;
  }

  private async serveSome(together: readonly Waiting<Item, Verdict>[]): Promise<void> {
    try {
      const verdicts = await this.serve(together.map(({ item }) => item));
      together.forEach(({ resolve }, index) => resolve(verdicts[index]!));
    } catch (error) {
      together.forEach(({ reject }) => reject(error));
    } finally {
      this.count -= together.length;
    }
  }
}

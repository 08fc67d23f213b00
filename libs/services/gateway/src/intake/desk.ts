import { Problem } from '@tonggwan/service-host';

/** More than this at the same time waits nowhere, and nobody joins those of whom one has waited for so long. */
const WAITING_MAX = 2_000;
const WAIT_MS_MAX = 2_000;
const TOGETHER_MAX = 100;
const RETRY_AFTER_SECONDS = 1;

interface Waiting<Item, Verdict> {
  readonly item: Item;
  readonly since: number;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets requests that come together share one commit: while one is being written the next ones gather, and go together when
 * it is done. One alone goes at once.
 */
export class Desk<Item, Verdict> {
  private readonly waiting: Waiting<Item, Verdict>[] = [];
  private served: readonly Waiting<Item, Verdict>[] = [];
  private isBusy = false;

  /** @param serve answers a verdict for each item, in their order, after the commit */
  constructor(private readonly serve: (items: readonly Item[]) => Promise<readonly Verdict[]>) {}

  /** @throws Problem 503 when too many wait already, or have waited for too long */
  assertRoom(): void {
    const oldest = this.served[0] ?? this.waiting[0];
    const waitedMs = oldest ? performance.now() - oldest.since : 0;
    if (this.served.length + this.waiting.length < WAITING_MAX && waitedMs < WAIT_MS_MAX) return;
    const more = { retryAfterSeconds: RETRY_AFTER_SECONDS };
    throw new Problem(503, 'too-busy', 'Messages that came before are not taken yet. Try again.', more);
  }

  /** Resolves after the commit. @throws Problem 503 when there is no room */
  take(item: Item): Promise<Verdict> {
    this.assertRoom();
    const since = performance.now();
    const verdict = new Promise<Verdict>((resolve, reject) => {
      this.waiting.push({ item, since, resolve, reject });
    });
    if (!this.isBusy) void this.serveAll();
    return verdict;
  }

  private async serveAll(): Promise<void> {
    this.isBusy = true;
    while (this.waiting.length > 0) {
      // What came in the same turn of the event loop belongs together.
      await new Promise(setImmediate);
      this.served = this.waiting.splice(0, TOGETHER_MAX);
      await this.serveSome(this.served);
      this.served = [];
    }
    this.isBusy = false;
  }

  private async serveSome(together: readonly Waiting<Item, Verdict>[]): Promise<void> {
    try {
      const verdicts = await this.serve(together.map(({ item }) => item));
      together.forEach(({ resolve }, index) => resolve(verdicts[index]!));
    } catch (error) {
      together.forEach(({ reject }) => reject(error));
    }
  }
}

import { bucketOf } from '@tonggwan/messaging';
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
 * Lets requests that come together share one commit: while a bucket's batch is being written the next ones gather, and
 * go together when it is done. One alone goes at once.
 */
export class Desk<Item extends { readonly declarationId: string }, Verdict> {
  private readonly waiting = new Map<number, Waiting<Item, Verdict>[]>();
  private readonly busy = new Set<number>();
  private count = 0;

  constructor(private readonly serve: (items: readonly Item[]) => Promise<readonly Verdict[]>) {}

  /** Resolves after the commit. @throws Problem 503 when too many wait already */
  take(item: Item): Promise<Verdict> {
    if (this.count >= WAITING_MAX) {
      const more = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      throw new Problem(
        503,
        'too-busy',
        `More than ${WAITING_MAX} declarations are waiting. Try again.`,
        more,
      );
    }
    this.count += 1;
    const bucket = bucketOf(item.declarationId);
    const verdict = new Promise<Verdict>((resolve, reject) =>
      this.queueOf(bucket).push({ item, resolve, reject }),
    );
    if (!this.busy.has(bucket)) void this.serveAll(bucket);
    return verdict;
  }

  private queueOf(bucket: number): Waiting<Item, Verdict>[] {
    const known = this.waiting.get(bucket);
    if (known) return known;
    const queue: Waiting<Item, Verdict>[] = [];
    this.waiting.set(bucket, queue);
    return queue;
  }

  private async serveAll(bucket: number): Promise<void> {
    this.busy.add(bucket);
    const queue = this.queueOf(bucket);
    // What came in the same turn of the event loop belongs together.
    await Promise.resolve();
    while (queue.length > 0) await this.serveSome(queue.splice(0, TOGETHER_MAX));
    this.busy.delete(bucket);
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

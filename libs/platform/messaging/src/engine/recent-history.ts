import type { StoredEvent } from '../event';
import type { Epoch } from '../epoch/epoch';
import type { History } from '../store/store';
import type { Recent } from './recent';

/** The logs with their ends at hand: who keeps up reads no row again that this process has just written. */
export class RecentHistory implements History {
  constructor(
    private readonly recent: Recent,
    private readonly outboxes: History,
  ) {}

  async read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    const near = this.recent.after(source, bucket, after, limit);
    return near.length > 0 ? near : this.outboxes.read(source, bucket, after, limit);
  }

  async readEach(
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const near: StoredEvent[] = [];
    const far = new Map<string, number>();
    for (const [source, after] of from) {
      const events = this.recent.after(source, bucket, after, limit);
      if (events.length > 0) near.push(...events);
      else far.set(source, after);
    }
    return far.size > 0 ? [...near, ...(await this.outboxes.readEach(far, bucket, limit))] : near;
  }

  heads(sources: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    return this.outboxes.heads(sources);
  }

  /** Whoever enters a new life learns of it here: from now on nothing of those before is at hand. */
  async epochs(sources: readonly string[]): Promise<ReadonlyMap<string, readonly Epoch[]>> {
    const epochs = await this.outboxes.epochs(sources);
    for (const [source, lives] of epochs) this.recent.forgetBefore(source, lives.at(-1)!.epoch);
    return epochs;
  }
}

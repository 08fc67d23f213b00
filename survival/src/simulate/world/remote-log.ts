import type { Appended, History, MemoryLog, ReadableLog, StoredEvent } from '@tonggwan/messaging';
import type { Life } from './life';

/** All outboxes as one process can read them. It is told only of what it has appended itself. */
export class RemoteLog implements ReadableLog {
  constructor(
    private readonly log: MemoryLog,
    private readonly life: Life,
    /** The services whose appends happen in this process. */
    private readonly own: ReadonlySet<string>,
  ) {}

  async read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    await this.life.step(`${source}'s log is read`);
    return this.log.read(source, bucket, after, limit);
  }

  async readEach(
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    await this.life.step('logs are read');
    return this.log.readEach(from, bucket, limit);
  }

  async heads(sources: readonly string[]): ReturnType<History['heads']> {
    await this.life.step('heads are read');
    return this.log.heads(sources);
  }

  async epochs(sources: readonly string[]): ReturnType<History['epochs']> {
    await this.life.step('epochs are read');
    return this.log.epochs(sources);
  }

  watch(wake: (appended: Appended) => void): () => void {
    return this.log.watch((appended) => {
      if (this.life.isAlive && appended.some(({ source }) => this.own.has(source))) wake(appended);
    });
  }
}

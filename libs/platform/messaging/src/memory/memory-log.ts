import type { Epoch } from '../epoch/epoch';
import { ALL_BUCKETS, bucketOf } from '../bucket';
import { encode } from '../batch';
import { Conflict } from '../errors';
import type { OutgoingEvent, StoredEvent } from '../event';
import type { Appended } from '../engine/bell';
import type { History } from '../store/store';

/** Logs that can be read, and that say when there is more in them. */
export interface ReadableLog extends History {
  /** Calls back after each append; the answer ends that. */
  watch(wake: (appended: Appended) => void): () => void;
}

const FIRST_LIFE: Epoch = { epoch: 1, firsts: ALL_BUCKETS.map(() => 1) };

/** The outboxes of all services, in memory: for tests and simulation. */
export class MemoryLog implements ReadableLog {
  private readonly outboxes = new Map<string, StoredEvent[][]>();
  private readonly lives = new Map<string, readonly Epoch[]>();
  private readonly watchers = new Set<(appended: Appended) => void>();

  constructor(private readonly now: () => Date) {}

  append(source: string, events: readonly OutgoingEvent[]): void {
    const outbox = this.outboxOf(source);
    const at = this.now().toISOString();
    const { epoch } = this.livesOf(source).at(-1)!;
    const appended = events.map((event) => {
      const key = event.data.declarationId;
      const bucket = bucketOf(key);
      const log = outbox[bucket]!;
      const place = { source, epoch, bucket, position: log.length + 1 };
      const stored = { ...place, key, type: event.type, data: encode(event), headers: {}, at };
      log.push(stored);
      return stored;
    });
    for (const wake of this.watchers) wake(appended);
  }

  /** @throws Conflict unless each of these is the next one of its bucket */
  assertFree(source: string, events: readonly StoredEvent[]): void {
    const life = this.livesOf(source).at(-1)!;
    const heads = this.outboxOf(source).map((log) => log.length);
    for (const { epoch, bucket, position } of events)
      if (position !== (heads[bucket]! += 1) || epoch !== life.epoch)
        throw new Conflict(`others have appended to ${source} meanwhile`);
  }

  appendAt(source: string, events: readonly StoredEvent[]): void {
    const outbox = this.outboxOf(source);
    for (const event of events) outbox[event.bucket]!.push(event);
    for (const wake of this.watchers) wake(events);
  }

  read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    return Promise.resolve(this.outboxOf(source)[bucket]!.slice(after, after + limit));
  }

  async readEach(
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const read = [...from].map(([source, after]) => this.read(source, bucket, after, limit));
    return (await Promise.all(read)).flat();
  }

  heads(sources: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const heads = sources.map((source) => [source, this.outboxOf(source).map((log) => log.length)] as const);
    return Promise.resolve(new Map(heads));
  }

  epochs(sources: readonly string[]): Promise<ReadonlyMap<string, readonly Epoch[]>> {
    return Promise.resolve(new Map(sources.map((source) => [source, this.livesOf(source)])));
  }

  /** Keeps what a log has now; the answer sets it back to that. */
  backup(source: string): () => void {
    const kept = this.outboxOf(source).map((log) => [...log]);
    return () => void this.outboxes.set(source, kept);
  }

  /** A log that was set back goes on in its next life from where it ends. */
  beginLife(source: string): Epoch {
    const lives = this.livesOf(source);
    const firsts = this.outboxOf(source).map((log) => log.length + 1);
    const life = { epoch: lives.length + 1, firsts };
    this.lives.set(source, [...lives, life]);
    return life;
  }

  watch(wake: (appended: Appended) => void): () => void {
    this.watchers.add(wake);
    return () => this.watchers.delete(wake);
  }

  private livesOf(source: string): readonly Epoch[] {
    return this.lives.get(source) ?? [FIRST_LIFE];
  }

  private outboxOf(source: string): StoredEvent[][] {
    const known = this.outboxes.get(source);
    if (known) return known;
    const outbox = ALL_BUCKETS.map((): StoredEvent[] => []);
    this.outboxes.set(source, outbox);
    return outbox;
  }
}

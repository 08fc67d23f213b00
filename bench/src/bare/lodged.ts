import { BUCKETS, bucketOf } from '@tonggwan/messaging';
import type { Copy } from '../peer/copy';

/** What is written together: declarations of one bucket, as lanes have them. */
export interface Batch {
  readonly bucket: number;
  readonly copies: readonly Copy[];
}

/** Declarations that were lodged and are not yet being written. */
export class Lodged {
  private readonly byBucket: Copy[][] = Array.from({ length: BUCKETS }, () => []);
  private waiting: (() => void)[] = [];
  private isOver = false;

  /** @param batch the most that are written together */
  constructor(private readonly batch: number) {}

  put(copies: readonly Copy[]): void {
    for (const copy of copies) this.byBucket[bucketOf(copy.id)]!.push(copy);
    this.wake();
  }

  /** The bucket that has most; undefined when there is nothing more to come. */
  async next(): Promise<Batch | undefined> {
    for (;;) {
      const most = Math.max(...this.byBucket.map(({ length }) => length));
      if (most > 0) {
        const bucket = this.byBucket.findIndex(({ length }) => length === most);
        return { bucket, copies: this.byBucket[bucket]!.splice(0, this.batch) };
      }
      if (this.isOver) return undefined;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  end(): void {
    this.isOver = true;
    this.wake();
  }

  private wake(): void {
    for (const tell of this.waiting.splice(0)) tell();
  }
}

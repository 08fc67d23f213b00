import type { MarkMove, Store } from '../store/store';

interface Waiting extends MarkMove {
  readonly resolve: (isMine: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** The marks of one service: what several relays move at the same time is one statement, and one commit to wait for. */
export class Marks {
  private waiting: Waiting[] = [];

  constructor(private readonly store: Pick<Store, 'moveMarks'>) {}

  /** False when the mark is not where it was thought to be: somebody else has moved it. */
  move(move: MarkMove): Promise<boolean> {
    // Relays whose records went out in one request are there by then.
    if (this.waiting.length === 0) setImmediate(() => void this.moveAll());
    return new Promise((resolve, reject) => this.waiting.push({ ...move, resolve, reject }));
  }

  private async moveAll(): Promise<void> {
    const moves = this.waiting.splice(0);
    try {
      const mine = await this.store.moveMarks(moves);
      for (const { bucket, resolve } of moves) resolve(mine.has(bucket));
    } catch (error) {
      for (const { reject } of moves) reject(error);
    }
  }
}

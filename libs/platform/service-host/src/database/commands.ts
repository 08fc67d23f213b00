import { Batch, type EventTypes, failureOf, type Store, withinTime } from '@tonggwan/messaging';

/** A command that meets other writers this often gives up and says so. */
const TRIES_MAX = 5;

/** Whoever asked is told to come again then. What is under way ends by itself, one way or the other. */
const MS_MAX = 10_000;

/** A transaction that somebody asked for over HTTP, under the same rules as a lane's: states first, the log last. */
export class Commands {
  constructor(
    private readonly store: Store,
    private readonly types: EventTypes,
  ) {}

  /**
   * Runs `work` until nobody has come between. What it loads is locked; what it decides is written when it ends.
   * @throws TimedOut when the database takes so long that nobody knows whether it still answers
   */
  run<Result>(work: (batch: Batch) => Promise<Result>): Promise<Result> {
    return withinTime(MS_MAX, 'a command', this.untilAlone(work));
  }

  private async untilAlone<Result>(work: (batch: Batch) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.store.transact(async (transaction) => {
          const batch = new Batch(transaction, this.types);
          const result = await work(batch);
          batch.flush();
          return result;
        });
      } catch (error) {
        if (!meetsOthers(error) || tries >= TRIES_MAX) throw error;
      }
    }
  }
}

/** Somebody wrote in between, or two waited for each other and one was sent away (deadlock 40P01, serialization 40001). */
function meetsOthers(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return failureOf(error) === 'conflict' || code === '40P01' || code === '40001';
}

/** Work that may go side by side, and work that must be alone in its process: each waits for what came before it. */
export class Turns {
  private lastAlone: Promise<unknown> = Promise.resolve();
  private readonly together = new Set<Promise<unknown>>();

  sideBySide<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.lastAlone.then(work);
    const over = turn.catch(() => undefined);
    this.together.add(over);
    void over.then(() => this.together.delete(over));
    return turn;
  }

  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = Promise.all([this.lastAlone, ...this.together]).then(work);
    this.lastAlone = turn.catch(() => undefined);
    return turn;
  }
}

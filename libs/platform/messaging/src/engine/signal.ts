/** Wakes whoever waits. A call while nobody waits is remembered once. */
export class Signal {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves when rung, or after so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.rung = false;
  }
}

/** What a commit of this process has added to a log: the last position of each bucket that it touched. */
export interface Appended {
  readonly source: string;
  readonly heads: ReadonlyMap<number, number>;
}

/** Tells every reader of a process what was appended in it, so that none has to look into the database for that. */
export class Bell {
  private readonly listeners = new Set<(appended?: Appended) => void>();

  /** @param appended nothing where nobody knows whether the commit went through: a look will tell */
  ring = (appended?: Appended): void => {
    for (const hear of this.listeners) hear(appended);
  };

  add(listener: (appended?: Appended) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

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

/** Rings many at once: one for a process, so that an append wakes every reader in it without a look at the database. */
export class Bell {
  private readonly signals = new Set<Signal>();

  ring = (): void => {
    for (const signal of this.signals) signal.ring();
  };

  add(signal: Signal): () => void {
    this.signals.add(signal);
    return () => this.signals.delete(signal);
  }
}

import { Socket } from 'node:net';

/**
 * Sends what is written in one turn of the event loop in one piece. A batch is half a dozen sentences one behind the
 * other; each by itself would cost a system call and wake PostgreSQL's process for a fraction of the work.
 */
export class TurnSocket extends Socket {
  private isHeld = false;

  override cork(): void {
    if (!this.isHeld) {
      this.isHeld = true;
      super.cork();
      process.nextTick(() => {
        this.isHeld = false;
        super.uncork();
      });
    }
  }

  /** The turn's end does that. */
  override uncork(): void {}
}

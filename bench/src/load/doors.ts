import type { Answer, Call, Door } from '@tonggwan/clearance';

/** The doors of several processes, taken in turn as a load balancer does. */
export class Doors implements Pick<Door, 'call' | 'close'> {
  private open: readonly Door[];
  private turn = 0;

  /** @param mayBreak whoever is cut off sends the same message to another, and nobody comes again to one that broke */
  constructor(
    private readonly all: readonly Door[],
    private readonly mayBreak: boolean,
  ) {
    this.open = all;
  }

  /** @throws Error when nobody answers */
  async call(call: Call): Promise<Answer> {
    for (;;) {
      const door = this.open[this.turn++ % this.open.length]!;
      try {
        return await door.call(call);
      } catch (error) {
        const others = this.open.filter((other) => other !== door);
        if (!this.mayBreak || others.length === 0) throw error;
        this.open = others;
      }
    }
  }

  close(): void {
    for (const door of this.all) door.close();
  }
}

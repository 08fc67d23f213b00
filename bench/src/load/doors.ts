import type { Answer, Call, Door } from '@tonggwan/clearance';

/** A connection that was closed under the request: as it happens to one that has rested, or when its process ends. */
const CUT = new Set(['ECONNRESET', 'EPIPE']);
const CUTS_MAX = 10;

/** The doors of several processes, taken in turn as a load balancer does. Whoever is cut off sends the same message again. */
export class Doors implements Pick<Door, 'call' | 'close'> {
  private open: readonly Door[];
  private turn = 0;

  /** @param mayBreak nobody comes again to one where nobody answers */
  constructor(
    private readonly all: readonly Door[],
    private readonly mayBreak: boolean,
  ) {
    this.open = all;
  }

  /** @throws Error when nobody answers */
  async call(call: Call): Promise<Answer> {
    for (let cuts = 0; ;) {
      const door = this.open[this.turn++ % this.open.length]!;
      try {
        return await door.call(call);
      } catch (error) {
        if (isCut(error) && (cuts += 1) < CUTS_MAX) continue;
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

function isCut(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CUT.has(String(error.code));
}

import type { Client } from 'pg';

const LOOK_MS = 20;

/** Events of the two services that end a declaration's way here: released, or a case that nobody decides. */
const FINISHED = `
  select ((select sum(next - 1) from release.bucket) + (select sum(next - 1) from casework.bucket))::int as count`;

/** Reads the sixteen counters of two logs, nothing more. */
export async function finishedIn(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>({ name: 'finished', text: FINISHED });
  return rows[0]!.count;
}

/** Watches how many declarations have come to where they stay. */
export class Finished {
  count = 0;
  private isOver = false;
  private readonly looking: Promise<void>;

  constructor(private readonly countNow: () => Promise<number>) {
    this.looking = this.look();
    // A row that fails closes the connection under the look; `reach` says what became of it.
    this.looking.catch(() => undefined);
  }

  /** Resolves when so many have finished, and looks no more. @throws Error when that takes longer than `seconds` */
  async reach(wanted: number, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (this.count < wanted && Date.now() <= end) await pause();
    this.isOver = true;
    await this.looking;
    if (this.count < wanted)
      throw new Error(`${wanted - this.count} of ${wanted} declarations did not finish`);
  }

  private async look(): Promise<void> {
    for (; !this.isOver; await pause()) this.count = await this.countNow();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

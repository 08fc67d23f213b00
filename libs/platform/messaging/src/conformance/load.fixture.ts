import { ALL_BUCKETS, bucketOf } from '../bucket';
import { sleep } from '../lane/settings';
import { upTo } from './chance';
import { publish } from './listening';
import { declared, paid } from './office';
import type { System } from './system';

const ROUND_MS = 100;
const ROUNDS_MAX = 1_000;

/** Two declarations in each bucket. */
export const IDS = ALL_BUCKETS.flatMap((bucket) =>
  upTo(1_000)
    .map((number) => `KR-${number}`)
    .filter((id) => bucketOf(id) === bucket)
    .slice(0, 2),
);

/** Both owners say something about every declaration, round after round, until they are told to stop. */
export class Load {
  rounds = 0;
  private isOver = false;
  private readonly running: Promise<void>;

  constructor(system: System) {
    this.running = this.run(system);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async run(system: System): Promise<void> {
    while (!this.isOver && this.rounds < ROUNDS_MAX) {
      const number = this.rounds + 1;
      await publish(
        system,
        IDS.flatMap((id) => [declared(id, number), paid(id, number)]),
      );
      this.rounds = number;
      await sleep(ROUND_MS);
    }
  }
}

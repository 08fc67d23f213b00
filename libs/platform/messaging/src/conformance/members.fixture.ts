import type { ChildProcess } from 'node:child_process';
import { ALL_BUCKETS } from '../bucket';
import { ended, startListener } from './child/start';
import { eventually } from './listening';
import type { PostgresSystem } from './postgres-platform';

const ascending = (one: number, other: number): number => one - other;

interface Member {
  readonly process: ChildProcess;
  buckets: readonly number[];
}

/** Processes of one service beside each other, and what each says that it has. */
export class Members {
  private readonly members: Member[] = [];

  constructor(private readonly system: PostgresSystem) {}

  start(): void {
    const member: Member = { process: startListener(this.system), buckets: [] };
    member.process.on('message', (buckets) => (member.buckets = buckets as readonly number[]));
    this.members.push(member);
  }

  /** Until every bucket is with one of them, and each has so many; the smallest number first. */
  async share(...sizes: readonly number[]): Promise<void> {
    await eventually(() => {
      const held = this.members.map(({ buckets }) => buckets);
      expect(held.flat().sort(ascending)).toEqual(ALL_BUCKETS);
      expect(held.map(({ length }) => length).sort(ascending)).toEqual(sizes);
    });
  }

  /** Ends the one that has the most, without notice. Answers what it had. */
  async killOne(): Promise<readonly number[]> {
    const [most] = this.members.sort((one, other) => other.buckets.length - one.buckets.length);
    await kill(this.members.shift()!.process);
    return most!.buckets;
  }

  async end(): Promise<void> {
    await Promise.all(this.members.splice(0).map(({ process }) => kill(process)));
  }
}

async function kill(process: ChildProcess): Promise<void> {
  const over = ended(process);
  process.kill('SIGKILL');
  await over;
}

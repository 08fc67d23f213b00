import type { Reader } from './carrier';
import { type Join, keepJoined } from './keep-joined';

const NOT_JOINED = (): Promise<void> => Promise.resolve();

/** A reader that is a member somewhere for as long as it follows the same partitions, and then a member anew. */
export class Membership implements Reader {
  private partitions: readonly number[] = [];
  private leave = NOT_JOINED;
  private change: Promise<void> = Promise.resolve();

  /** @param join for these partitions, one at least */
  constructor(
    private readonly join: (partitions: readonly number[]) => Join,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  follow(partitions: readonly number[]): void {
    this.partitions = partitions;
    this.change = this.change.then(() => this.joinAnew(partitions));
  }

  close(): Promise<void> {
    this.follow([]);
    return this.change;
  }

  /** What was asked for meanwhile makes up for what was asked before. */
  private async joinAnew(partitions: readonly number[]): Promise<void> {
    if (partitions !== this.partitions) return;
    await this.leave().catch(this.onFailure);
    this.leave = partitions.length > 0 ? keepJoined(this.join(partitions), this.onFailure) : NOT_JOINED;
  }
}

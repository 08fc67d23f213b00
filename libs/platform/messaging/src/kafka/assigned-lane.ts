import type { StoredEvent } from '../event';
import type { Lane } from '../lane/lane';
import type { LaneSettings } from '../lane/settings';

/** The lane of a bucket that comes and goes with the assignment; taken up and given up one after the other. */
export class AssignedLane {
  private wanted = false;
  private current: Lane | undefined;
  private change: Promise<void> = Promise.resolve();

  constructor(
    private readonly open: () => Promise<Lane>,
    private readonly settings: LaneSettings,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  get lane(): Lane | undefined {
    return this.current;
  }

  get isWorking(): boolean {
    return this.current !== undefined && this.current.stopped === undefined;
  }

  want(wanted: boolean): Promise<void> {
    this.wanted = wanted;
    return (this.change = this.change.then(() => this.settle()));
  }

  /** Resolves when the events are taken, the lane has stopped, or it is no longer ours. */
  async take(events: readonly StoredEvent[]): Promise<void> {
    await this.change;
    for (let failures = 0; this.wanted && this.current && this.isWorking;) {
      try {
        return await this.current.take(events);
      } catch (error) {
        this.onFailure(error);
        await this.settings.pause((failures += 1));
      }
    }
  }

  private async settle(): Promise<void> {
    if (!this.wanted) {
      const lane = this.current;
      this.current = undefined;
      await lane?.close();
      return;
    }
    for (let failures = 0; this.wanted && !this.current;) {
      try {
        this.current = await this.open();
      } catch (error) {
        this.onFailure(error);
        await this.settings.pause((failures += 1));
      }
    }
  }
}

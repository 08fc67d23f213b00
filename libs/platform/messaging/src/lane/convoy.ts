import { LogClosed } from '../errors';
import type { StoredEvent } from '../event';
import type { Companion } from './companion';
import { failureOf } from './failure';
import { Journey } from './journey';
import { Narrows } from './narrows';
import type { Standing } from './standing';

/** What one lane brings along: its next events, all of them or none. */
export interface Load {
  readonly companion: Companion;
  readonly standing: Standing;
  readonly events: readonly StoredEvent[];
}

/** A lane that goes along with what others have under way. */
export interface Passenger {
  readonly standing: Standing;
  /** What it was about to take itself. */
  readonly events: readonly StoredEvent[];
  /** Lets the lane go on by itself. @param arrived false when nothing has happened, or nobody knows what */
  leave(arrived: boolean): void;
}

interface Waiting extends Load {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lanes of one process go together: those that are ready share one transaction, whoever's they are, and while it is under
 * way the next ones gather. What is said in it is heard in it by those who are free: a declaration that nobody has to look
 * at is cleared in one commit.
 */
export class Convoy {
  private readonly companions = new Set<Companion>();
  private waiting: Waiting[] = [];
  private isUnderWay = false;

  /** @param narrows that all convoys of a process and a database have to pass */
  constructor(private readonly narrows = new Narrows()) {}

  /** @param companion whose store is in the same database as those of the others. The answer takes it off again */
  enlist(companion: Companion): () => void {
    this.companions.add(companion);
    return () => this.companions.delete(companion);
  }

  /** Resolves when the events have taken effect. @throws what going alone would have thrown */
  join(load: Load): Promise<void> {
    const arrival = new Promise<void>((resolve, reject) => this.waiting.push({ ...load, resolve, reject }));
    if (!this.isUnderWay) void this.depart();
    return arrival;
  }

  /** One transaction for this load and no other. */
  goAlone(load: Load): Promise<void> {
    return new Journey(this.narrows.passage()).go([load]);
  }

  private async depart(): Promise<void> {
    this.isUnderWay = true;
    while (this.waiting.length > 0) {
      // Lanes that were told of the same news are there by then.
      await new Promise(setImmediate);
      await this.bring(this.nextLoads());
    }
    this.isUnderWay = false;
  }

  /** As many as make up a batch, in the order in which they came, and one at least. */
  private nextLoads(): readonly [Waiting, ...Waiting[]] {
    const [first] = this.waiting as [Waiting];
    const { eventsMax, bytesMax } = first.companion.settings;
    let [events, bytes, count] = [0, 0, 0];
    for (const load of this.waiting) {
      events += load.events.length;
      bytes += load.events.reduce((sum, { data }) => sum + data.length, 0);
      if (count > 0 && (events > eventsMax || bytes > bytesMax)) break;
      count += 1;
    }
    return this.waiting.splice(0, count) as [Waiting, ...Waiting[]];
  }

  /**
   * A failure of all is nobody's in particular: each goes alone then, unless it is the weather. A closed log is one of theirs.
   */
  private async bring(loads: readonly [Waiting, ...Waiting[]]): Promise<void> {
    try {
      await new Journey(this.narrows.passage(), [...this.companions], this.pick).go(loads);
      for (const { resolve } of loads) resolve();
    } catch (error) {
      const isAlone = loads.length === 1 && this.companions.size < 2;
      const isWeather = failureOf(error) === 'retry' && !(error instanceof LogClosed);
      if (isAlone || isWeather) for (const { reject } of loads) reject(error);
      else for (const load of loads) await this.goAlone(load).then(load.resolve, load.reject);
    }
  }

  /** A lane that has come too late and waits, or one that has nothing to do. */
  private readonly pick = (companion: Companion, bucket: number): Passenger | undefined => {
    const isIt = (load: Load): boolean =>
      load.companion === companion && load.standing.name.bucket === bucket;
    const index = this.waiting.findIndex(isIt);
    if (index < 0) return companion.board(bucket);
    const [load] = this.waiting.splice(index, 1);
    const leave = (arrived: boolean): void => (arrived ? load!.resolve() : void this.waiting.unshift(load!));
    return { standing: load!.standing, events: load!.events, leave };
  };
}

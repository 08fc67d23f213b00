import { placeName, type StoredEvent } from '../event';
import type {
  LaneChange,
  LaneMove,
  LaneName,
  LaneRow,
  Positions,
  Store,
  StoreTransaction,
} from '../store/store';

/** After an unclean end and another one of the first batch after it, once alone is enough: the third crash tells. */
const ATTEMPTS_MAX = 1;

export const ENDED_THE_PROCESS = 'ended the process 3 times';

/** What is done in the transaction that moves a lane. */
type LaneTask = (transaction: StoreTransaction) => Promise<void> | void;

/** The lane's row as its owner has it, and every transaction that moves it. */
export class Standing {
  /** What the lane has taken so far, by itself and with others. */
  readonly taken = { events: 0, batches: 0, parked: 0 };
  private buried = new Set<string>();
  private wary = false;
  private suspects = 0;
  private noted: string | undefined;

  private constructor(
    private readonly store: Store,
    private row: LaneRow,
  ) {}

  /**
   * Takes the lane up. After an unclean end its first batch is written down before it is tried; where that ends the process
   * too, its events are suspects.
   */
  static async takeUp(store: Store, name: LaneName): Promise<Standing> {
    const standing = new Standing(store, await store.lane(name));
    await standing.readAgain();
    const { running, attempt, version } = standing.row;
    standing.suspects = running && attempt?.version === version ? attempt.events : 0;
    standing.wary = running && standing.suspects === 0;
    await standing.transact({ running: true });
    return standing;
  }

  get name(): LaneName {
    return this.row;
  }

  get positions(): Positions {
    return this.row.positions;
  }

  /** Its next batch is to be written down first. */
  get isWary(): boolean {
    return this.wary;
  }

  /** Its next event is to be written down first and tried alone. */
  get isCautious(): boolean {
    return this.suspects > 0;
  }

  /** What was tried has not ended the process. */
  passed(): void {
    this.wary = false;
    this.suspects = Math.max(0, this.suspects - 1);
  }

  isBuried(event: StoredEvent): boolean {
    return this.buried.has(event.key);
  }

  buryKey(key: string): void {
    this.buried.add(key);
  }

  freeKey(key: string): void {
    this.buried.delete(key);
  }

  /** One transaction that begins with the compare-and-set on the lane. */
  transact(change: LaneChange, work?: LaneTask): Promise<void> {
    return moveTogether(this.store, [{ standing: this, change }], work);
  }

  moveBy(change: LaneChange): LaneMove {
    return { bucket: this.row.bucket, version: this.row.version, change };
  }

  hasMoved({ version, change }: LaneMove): void {
    const { attempt, ...before } = this.row;
    this.row = {
      ...before,
      version: version + 1,
      positions: change.positions ?? before.positions,
      running: change.running ?? before.running,
      attempt: change.attempt === undefined ? attempt : (change.attempt ?? undefined),
    };
  }

  /** One more batch has taken effect. */
  hasTaken(events: number, parked: number): void {
    this.taken.events += events;
    this.taken.batches += 1;
    this.taken.parked += parked;
  }

  /** Writes the attempt down before it is made, once in the life of a process. False when there were enough of them. */
  async noteAttempt(event: StoredEvent): Promise<boolean> {
    const place = placeName(event);
    if (this.noted === place) return true;
    const before = this.attemptsAt(event);
    if (before >= ATTEMPTS_MAX) return false;
    await this.note(place, before + 1, this.suspects);
    this.noted = place;
    return true;
  }

  /** Writes a batch down before it is tried. */
  async noteBatch(events: readonly StoredEvent[]): Promise<void> {
    const [first] = events;
    await this.note(placeName(first!), this.attemptsAt(first!), events.length);
  }

  /** After a conflict, or a commit of which nobody knows the outcome: what is in memory is forgotten. */
  async readAgain(): Promise<void> {
    this.row = await this.store.lane(this.row);
    this.buried = new Set(await this.store.buriedKeys(this.row));
  }

  private note(place: string, count: number, events: number): Promise<void> {
    return this.transact({ attempt: { place, count, events, version: this.row.version + 1 } });
  }

  private attemptsAt(event: StoredEvent): number {
    const { attempt } = this.row;
    return attempt?.place === placeName(event) ? attempt.count : 0;
  }
}

/** One transaction of several lanes of one consumer, which begins with the compare-and-set on each. */
export async function moveTogether(
  store: Store,
  moves: readonly { readonly standing: Standing; readonly change: LaneChange }[],
  work?: LaneTask,
): Promise<void> {
  const steps = moves.map(({ standing, change }) => standing.moveBy(change));
  const { consumer } = moves[0]!.standing.name;
  await store.transact((transaction) => {
    transaction.moveLanes(consumer, steps);
    return work?.(transaction);
  });
  moves.forEach(({ standing }, index) => standing.hasMoved(steps[index]!));
}

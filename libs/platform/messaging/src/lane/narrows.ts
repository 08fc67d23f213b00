import { Conflict } from '../errors';
import type { Versioned } from '../store/store';

/** Rows by table and key, as they will be once whoever wrote them has committed. */
export type RowsInHand = ReadonlyMap<string, ReadonlyMap<string, Versioned<unknown>>>;

/**
 * Where all tracks of a process go one after the other: the rows that declarations of all buckets share. Who leaves it has
 * not committed yet, and hands the rows as they will be to those behind; so these need not wait for its locks. They commit
 * after it, or not at all when it has failed: what they have decided rests on it.
 */
export class Narrows {
  private lastLeft: Promise<void> = Promise.resolve();
  /** Those that have left and are still under way, the latest first. */
  private readonly ahead: Passage[] = [];

  passage(): Passage {
    return new Passage(this.ahead, (left) => {
      const before = this.lastLeft;
      this.lastLeft = left;
      return before;
    });
  }
}

/** One journey's way through the narrows. */
export class Passage {
  private rows: RowsInHand = new Map();
  private readonly restsOn = new Set<Passage>();
  private entered: Promise<void> | undefined;
  private hasLeft!: () => void;
  private isOver!: (hasArrived: boolean) => void;
  private readonly left = new Promise<void>((resolve) => (this.hasLeft = resolve));
  private readonly over = new Promise<boolean>((resolve) => (this.isOver = resolve));

  /** @param queueUp tells when those before are through, and those behind when this one is */
  constructor(
    private readonly ahead: Passage[],
    private readonly queueUp: (left: Promise<void>) => Promise<void>,
  ) {}

  /** Waits for its turn, the first time. */
  enter(): Promise<void> {
    return (this.entered ??= this.queueUp(this.left));
  }

  /** The row as one ahead has left it, if one has it in hand. */
  find(table: string, key: string): Versioned<unknown> | undefined {
    for (const passage of this.ahead) {
      const row = passage.rows.get(table)?.get(key);
      if (!row) continue;
      this.restsOn.add(passage);
      return row;
    }
    return undefined;
  }

  leave(rows: RowsInHand): void {
    this.rows = rows;
    this.ahead.unshift(this);
    this.hasLeft();
  }

  /** Resolves when all is committed that was found. @throws Conflict when it will never be */
  async onFirmGround(): Promise<void> {
    const ends = await Promise.all([...this.restsOn].map(({ over }) => over));
    if (ends.includes(false))
      throw new Conflict('a journey ahead, whose rows this one was handed, has failed');
  }

  end(hasArrived: boolean): void {
    const index = this.ahead.indexOf(this);
    if (index >= 0) this.ahead.splice(index, 1);
    this.hasLeft();
    this.isOver(hasArrived);
  }
}

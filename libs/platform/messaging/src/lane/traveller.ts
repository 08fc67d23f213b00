import { Batch, type FindAhead } from '../batch';
import type { OutgoingEvent, StoredEvent } from '../event';
import type { LaneMove, Positions, StoreTransaction, Versioned } from '../store/store';
import type { Companion } from './companion';
import { handle, loadOwn } from './handlers';
import type { Standing } from './standing';
import { moved, triage } from './triage';

interface Seat {
  readonly standing: Standing;
  positions: Positions;
  taken: number;
  parked: number;
}

/** One consumer on a journey: its lanes that go along, and what they take on the way. */
export class Traveller {
  private readonly batch: Batch;
  private readonly seats = new Map<number, Seat>();
  private moves: readonly LaneMove[] = [];

  constructor(
    readonly companion: Companion,
    private readonly transaction: StoreTransaction,
    findAhead: FindAhead,
  ) {
    this.batch = new Batch(transaction, companion.types, findAhead);
  }

  has(bucket: number): boolean {
    return this.seats.has(bucket);
  }

  /** These lanes are ours until the end of the transaction, which fails when one is somebody else's. */
  seat(standings: readonly Standing[]): void {
    if (standings.length === 0) return;
    for (const standing of standings) {
      this.seats.set(standing.name.bucket, { standing, positions: standing.positions, taken: 0, parked: 0 });
    }
    const holds = standings.map((standing) => standing.moveBy({}));
    this.transaction.holdLanes(this.companion.name, holds);
  }

  /** What it will hear of in any case is read while others hear. */
  prepare(events: readonly StoredEvent[]): Promise<void> {
    const { handlers, types } = this.companion;
    return loadOwn(
      events.filter(({ bucket }) => this.seats.has(bucket)),
      handlers,
      types,
      this.batch,
    );
  }

  /** Takes what is next of these for each lane that goes along; what lies beyond a gap is left to the lane itself. */
  async hear(events: ReadonlyMap<number, readonly StoredEvent[]>): Promise<void> {
    const free: StoredEvent[] = [];
    const parked: StoredEvent[] = [];
    for (const [bucket, some] of events) {
      const seat = this.seats.get(bucket);
      if (!seat) continue;
      const { next } = triage(this.bridged(seat, bucket, some), seat.positions);
      seat.positions = moved(seat.positions, next);
      seat.taken += next.length;
      const own = next.filter((event) => seat.standing.isBuried(event));
      seat.parked += own.length;
      parked.push(...own);
      free.push(...next.filter((event) => !seat.standing.isBuried(event)));
    }
    const { handlers, types, settings } = this.companion;
    await handle(free, handlers, types, this.batch, settings.handlerMsMax);
    this.park(parked);
  }

  /** Gives what it has said since the last time its place, and sends what nothing later can change. */
  place(placed: (event: OutgoingEvent) => StoredEvent): readonly StoredEvent[] {
    const said = this.batch.takeSaid().map(placed);
    if (said.length > 0) this.transaction.appendAt(said);
    this.batch.writeAdditions();
    return said;
  }

  /** By table, its rows that declarations of all buckets share. */
  sharedRows(): readonly (readonly [string, ReadonlyMap<string, Versioned<unknown>>])[] {
    const shared = this.companion.handlers.tables.filter(({ isShared }) => isShared);
    return shared.map((table) => [table.name, this.batch.inHand(table)]);
  }

  writeRows(): void {
    this.batch.writeRows();
    if (this.seats.size === 0) return;
    this.moves = [...this.seats.values()].map(({ standing, positions }) => standing.moveBy({ positions }));
    this.transaction.moveLanes(this.companion.name, this.moves);
  }

  /** What nobody in this process listens to. */
  writeLog(): void {
    this.batch.writeLog();
  }

  /** After the commit. */
  arrive(): void {
    const seats = [...this.seats.values()];
    if (seats.length === 0) return;
    seats.forEach(({ standing, taken, parked }, index) => {
      standing.hasMoved(this.moves[index]!);
      if (taken > 0) standing.hasTaken(taken, parked);
    });
    this.companion.settings.onBatch?.(seats.reduce((sum, { taken }) => sum + taken, 0));
  }

  /** These events, and before each what the lane has not taken yet of its source, as far as that is in memory. */
  private bridged(seat: Seat, bucket: number, events: readonly StoredEvent[]): readonly StoredEvent[] {
    const reached = new Map<string, number>();
    return events.flatMap((event) => {
      const { source, position } = event;
      const after = reached.get(source) ?? seat.positions[source]?.position ?? 0;
      reached.set(source, Math.max(after, position));
      if (position <= after + 1) return [event];
      const between = this.companion.atHand(source, bucket, after);
      return [...between.filter((earlier) => earlier.position < position), event];
    });
  }

  private park(events: readonly StoredEvent[]): void {
    const letters = events
      .filter(({ type }) => this.companion.handlers.byType.has(type))
      .map((event) => ({ event, reason: 'waits behind a dead letter', parked: true }));
    if (letters.length > 0) this.transaction.bury(this.companion.name, letters);
  }
}

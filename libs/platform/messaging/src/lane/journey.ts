import type { StoredEvent } from '../event';
import type { StoreTransaction } from '../store/store';
import type { Companion } from './companion';
import type { Load, Passenger } from './convoy';
import { Foreseen } from './foreseen';
import { forget, unreadable } from './handlers';
import type { Passage } from './narrows';
import { Traveller } from './traveller';

/** Takes along the lane of a companion's bucket, if it is free. */
type PickUp = (companion: Companion, bucket: number) => Passenger | undefined;

/**
 * One transaction of several lanes, in which consumers of this process hear at once what others say. Where an event will
 * stand is foreseen; the database compares that at the end, and nothing has happened when somebody else was faster.
 */
export class Journey {
  private readonly travellers = new Map<Companion, Traveller>();
  private readonly passengers: Passenger[] = [];
  private readonly heard = new Set<StoredEvent>();
  private readonly untold = new Map<Companion, StoredEvent[]>();

  /** @param companions who may come along, whose rows are all in one database */
  constructor(
    private readonly passage: Passage,
    private readonly companions: readonly Companion[] = [],
    private readonly pick: PickUp = () => undefined,
  ) {}

  /** @throws whatever is wrong with one of them: nothing has happened then */
  async go(loads: readonly [Load, ...Load[]]): Promise<void> {
    try {
      await loads[0].companion.store.transact((transaction) => this.travel(transaction, loads));
    } catch (error) {
      this.passage.end(false);
      for (const passenger of this.passengers) passenger.leave(false);
      throw error;
    }
    this.passage.end(true);
    for (const traveller of this.travellers.values()) traveller.arrive();
    for (const passenger of this.passengers) passenger.leave(true);
    forget(this.heard);
  }

  private async travel(transaction: StoreTransaction, loads: readonly [Load, ...Load[]]): Promise<void> {
    const foreseen = this.companions.length > 0 ? foreseenIn(transaction) : undefined;
    for (const [companion, own] of grouped(loads, ({ companion }) => companion)) {
      this.travellerFor(companion, transaction).seat(own.map(({ standing }) => standing));
    }
    for (const { companion, events } of loads) this.begin(companion, events);
    for (let next = this.nextToHear(); next.length > 0; next = this.nextToHear()) {
      const later = [...this.untold.keys()].filter((one) => sharesRows(one) && !next.includes(one));
      await Promise.all([
        foreseen,
        ...next.map((companion) => this.hear(companion, transaction)),
        ...later.map((companion) => this.prepare(companion, transaction)),
      ]);
      if (foreseen) this.passOn(await foreseen);
    }
    this.leaveNarrows();
    const keepers = [...this.untold.keys()];
    const keeping = keepers.map((companion) => this.hear(companion, transaction));
    await Promise.all([foreseen, this.writeRowsBeside(keepers), ...keeping]);
    for (const companion of keepers) this.travellers.get(companion)!.writeRows();
    for (const traveller of this.travellers.values()) traveller.writeLog();
  }

  /** Nobody will change these any more: the database works on them while those who hear last have the processor. */
  private async writeRowsBeside(keepers: readonly Companion[]): Promise<void> {
    const through = [...this.travellers.values()].filter(({ companion }) => !keepers.includes(companion));
    await this.passage.onFirmGround();
    for (const traveller of through) traveller.writeRows();
  }

  /** What one has come with, the others who listen to it need not read for themselves, up to what they cannot read. */
  private begin(companion: Companion, events: readonly StoredEvent[]): void {
    this.tell(companion, events);
    for (const [source, some] of grouped(events, ({ source }) => source)) {
      for (const listener of this.listenersTo(source)) {
        const readable = listener === companion ? [] : readableBy(listener, some);
        if (readable.length > 0) this.tell(listener, readable);
      }
    }
  }

  /**
   * All of those that work on rows of their declarations alone. When none of them is left one that shares rows with other
   * declarations: late, so that these are locked for a short time, and always in the same order, so that no two journeys
   * wait for each other. Who says nothing waits until all has been said.
   */
  private nextToHear(): readonly Companion[] {
    const waiting = [...this.untold.keys()].filter((companion) => !hearsLast(companion));
    const own = waiting.filter((companion) => !sharesRows(companion));
    return own.length > 0 ? own : waiting.sort(byName).slice(0, 1);
  }

  /** Those behind have what they need when all has been said; what is written then takes a third of the time. */
  private leaveNarrows(): void {
    const sharing = [...this.travellers.values()].filter(({ companion }) => sharesRows(companion));
    if (sharing.length > 0) {
      this.passage.leave(new Map(sharing.flatMap((traveller) => traveller.sharedRows())));
    }
  }

  private async hear(companion: Companion, transaction: StoreTransaction): Promise<void> {
    if (sharesRows(companion)) {
      await this.prepare(companion, transaction);
      await this.passage.enter();
    }
    const traveller = this.board(companion, transaction);
    const untold = this.untold.get(companion)!;
    this.untold.delete(companion);
    for (const event of untold) this.heard.add(event);
    await traveller.hear(grouped(untold, ({ bucket }) => bucket));
  }

  /** Before it waits for its turn. */
  private prepare(companion: Companion, transaction: StoreTransaction): Promise<void> {
    return this.board(companion, transaction).prepare(this.untold.get(companion)!);
  }

  /** Takes its lanes along, and what these were about to take themselves. */
  private board(companion: Companion, transaction: StoreTransaction): Traveller {
    const traveller = this.travellerFor(companion, transaction);
    const untold = this.untold.get(companion)!;
    const buckets = new Set(untold.map(({ bucket }) => bucket));
    const picked = [...buckets].flatMap((bucket) => {
      return traveller.has(bucket) ? [] : (this.pick(companion, bucket) ?? []);
    });
    this.passengers.push(...picked);
    traveller.seat(picked.map(({ standing }) => standing));
    untold.unshift(...picked.flatMap(({ events }) => events));
    return traveller;
  }

  /** What was said and somebody in this process listens to is told; the rest others will find in the log. */
  private passOn(foreseen: Foreseen): void {
    for (const traveller of this.travellers.values()) {
      const { service } = traveller.companion.store;
      const listeners = this.listenersTo(service);
      if (listeners.length === 0) continue;
      const said = traveller.place((event) => foreseen.place(service, event, listeners));
      if (said.length > 0) for (const listener of listeners) this.tell(listener, said);
    }
  }

  private listenersTo(source: string): readonly Companion[] {
    return this.companions.filter(({ sources }) => sources.includes(source));
  }

  private tell(companion: Companion, events: readonly StoredEvent[]): void {
    const untold = this.untold.get(companion);
    if (untold) untold.push(...events);
    else this.untold.set(companion, [...events]);
  }

  private travellerFor(companion: Companion, transaction: StoreTransaction): Traveller {
    const known = this.travellers.get(companion);
    if (known) return known;
    const own = transaction.beside(companion.store);
    const traveller = new Traveller(companion, own, (table, key) => this.passage.find(table, key));
    this.travellers.set(companion, traveller);
    return traveller;
  }
}

/** Its own lane buries what comes then. */
function readableBy({ handlers, types }: Companion, events: readonly StoredEvent[]): readonly StoredEvent[] {
  const end = events.findIndex((event) => unreadable(event, handlers, types) !== undefined);
  return end < 0 ? events : events.slice(0, end);
}

async function foreseenIn(transaction: StoreTransaction): Promise<Foreseen> {
  return new Foreseen(await transaction.startedAt());
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function sharesRows({ handlers }: Companion): boolean {
  return handlers.tables.some(({ isShared }) => isShared);
}

function hearsLast(companion: Companion): boolean {
  return companion.settings.gathering?.saysNothing === true && !sharesRows(companion);
}

function byName(one: Companion, other: Companion): number {
  return one.name < other.name ? -1 : 1;
}

import { encode } from '../batch';
import { bucketOf } from '../bucket';
import type { OutgoingEvent, StoredEvent } from '../event';
import { keepData } from '../event-data';
import type { Mark, StoreTransaction } from '../store/store';
import type { Companion } from './companion';
import type { Load, Passenger } from './convoy';
import { forget } from './handlers';
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
  /** The last places that were foreseen. */
  private readonly ends = new Map<string, Mark>();
  private readonly heard = new Set<StoredEvent>();
  private readonly untold = new Map<Companion, StoredEvent[]>();
  private startedAt = '';

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
    if (this.companions.length > 0) this.startedAt = await transaction.startedAt();
    for (const [companion, own] of grouped(loads, ({ companion }) => companion)) {
      this.travellerFor(companion, transaction).seat(own.map(({ standing }) => standing));
    }
    for (const { companion, events } of loads) this.begin(companion, events);
    for (let next = this.nextToHear(); next.length > 0; next = this.nextToHear()) {
      await Promise.all(next.map((companion) => this.hear(companion, transaction)));
      for (const traveller of this.travellers.values()) this.passOn(traveller);
    }
    this.leaveNarrows();
    await Promise.all([...this.untold.keys()].map((companion) => this.hear(companion, transaction)));
    await this.passage.onFirmGround();
    for (const traveller of this.travellers.values()) traveller.writeRows();
    for (const traveller of this.travellers.values()) traveller.writeLog();
  }

  /** What one has come with, the others who listen to it need not read for themselves. */
  private begin(companion: Companion, events: readonly StoredEvent[]): void {
    this.tell(companion, events);
    for (const [source, some] of grouped(events, ({ source }) => source)) {
      for (const listener of this.listenersTo(source)) if (listener !== companion) this.tell(listener, some);
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
    if (sharesRows(companion)) await this.passage.enter();
    const untold = this.untold.get(companion)!;
    this.untold.delete(companion);
    for (const event of untold) this.heard.add(event);
    const traveller = this.travellerFor(companion, transaction);
    const events = grouped(untold, ({ bucket }) => bucket);
    const picked = [...events.keys()].flatMap((bucket) => {
      return traveller.has(bucket) ? [] : (this.pick(companion, bucket) ?? []);
    });
    this.passengers.push(...picked);
    traveller.seat(picked.map(({ standing }) => standing));
    for (const { standing, events: own } of picked) events.get(standing.name.bucket)!.unshift(...own);
    await traveller.hear(events);
  }

  /** What it has said and somebody in this process listens to is told; the rest others will find in the log. */
  private passOn(traveller: Traveller): void {
    const { service } = traveller.companion.store;
    const listeners = this.listenersTo(service);
    if (listeners.length === 0) return;
    const said = traveller.place((event) => this.placed(service, event, listeners));
    if (said.length > 0) for (const listener of listeners) this.tell(listener, said);
  }

  private listenersTo(source: string): readonly Companion[] {
    return this.companions.filter(({ sources }) => sources.includes(source));
  }

  private tell(companion: Companion, events: readonly StoredEvent[]): void {
    const untold = this.untold.get(companion);
    if (untold) untold.push(...events);
    else this.untold.set(companion, [...events]);
  }

  /** Where it will stand if nobody else appends to that bucket meanwhile. */
  private placed(source: string, event: OutgoingEvent, listeners: readonly Companion[]): StoredEvent {
    const key = event.data.declarationId;
    const bucket = bucketOf(key);
    const name = `${source}/${bucket}`;
    const { epoch, position } = this.ends.get(name) ?? headOf(source, bucket, listeners);
    const mark = { epoch, position: position + 1 };
    this.ends.set(name, mark);
    const about = { key, type: event.type, data: encode(event), headers: {}, at: this.startedAt };
    const stored = { source, bucket, ...mark, ...about };
    keepData(stored, event.data);
    return stored;
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

/** As far as one of them knows of it: they look in turns. */
function headOf(source: string, bucket: number, listeners: readonly Companion[]): Mark {
  const heads = listeners.map((listener) => listener.headOf(source, bucket));
  return heads.reduce((one, other) => (isBeyond(other, one) ? other : one));
}

function isBeyond(one: Mark, other: Mark): boolean {
  return one.epoch === other.epoch ? one.position > other.position : one.epoch > other.epoch;
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

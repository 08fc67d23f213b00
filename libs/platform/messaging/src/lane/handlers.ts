import type { Batch } from '../batch';
import type { Received, StoredEvent } from '../event';
import { placeName } from '../event';
import { dataOf, forgetData } from '../event-data';
import type { EventTypes } from '../event-types';
import { Unprocessable } from '../errors';
import { LatestEvents } from '../latest-events';
import type { StateTable } from '../state-table';
import { reasonOf } from './reason';
import { withinTime } from './time-limit';

export type Handler = (events: readonly Received[], batch: Batch) => Promise<void> | void;

/** What a service does with events: a handler for each type it listens to, and the tables that those work on. */
export interface Handlers {
  readonly byType: ReadonlyMap<string, Handler>;
  /** In lock order. */
  readonly tables: readonly StateTable<unknown>[];
}

/** Several events of one type for one call. */
interface Group {
  readonly type: string;
  readonly events: Received[];
}

/** Runs a batch through the handlers, in order for each declaration, with all rows locked beforehand. */
export async function handle(
  events: readonly StoredEvent[],
  handlers: Handlers,
  types: EventTypes,
  batch: Batch,
  handlerMsMax: number,
): Promise<void> {
  const wanted = events.filter((event) => handlers.byType.has(event.type));
  if (wanted.length === 0) return;
  const received = wanted.map((event) => receive(event, types));
  await loadAll(handlers.tables, received, batch);
  for (const { type, events: group } of groupsOf(received)) {
    await withinTime(handlerMsMax, type, handlers.byType.get(type)!(group, batch));
  }
}

/** Reads beforehand what declarations of other buckets do not change: who works on the rest then has it for a short time. */
export async function loadOwn(
  events: readonly StoredEvent[],
  { byType, tables }: Handlers,
  types: EventTypes,
  batch: Batch,
): Promise<void> {
  const received = events.filter(({ type }) => byType.has(type)).map((event) => receive(event, types));
  const own = tables.filter(({ isShared, neverChanges }) => !isShared || neverChanges);
  await loadAll(own, received, batch);
}

/** Why no handler can be given this event, whatever else has happened. */
export function unreadable(event: StoredEvent, handlers: Handlers, types: EventTypes): string | undefined {
  try {
    if (handlers.byType.has(event.type)) receive(event, types);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

async function loadAll(
  tables: readonly StateTable<unknown>[],
  events: readonly Received[],
  batch: Batch,
): Promise<void> {
  const loading: Promise<void>[] = [];
  for (const table of tables) {
    if (table.asksBatch) await Promise.all(loading.splice(0));
    const keys = events.flatMap((event) => table.keysOf(event, batch));
    loading.push(batch.load(table, keys));
  }
  await Promise.all(loading);
}

/**
 * As few groups of one type as the order allows: an event may join an earlier group of its type unless its declaration
 * already stands in a later one.
 */
export function groupsOf(events: readonly Received[]): readonly Group[] {
  const groups: Group[] = [];
  const lastGroupOf = new Map<string, number>();
  for (const event of events) {
    const least = lastGroupOf.get(event.declarationId) ?? 0;
    let index = groups.findIndex((group, at) => at >= least && group.type === event.type);
    if (index < 0) index = groups.push({ type: event.type, events: [] }) - 1;
    groups[index]!.events.push(event);
    lastGroupOf.set(event.declarationId, index);
  }
  return groups;
}

/** Every listener of a process hears the same event: it is read once for all of them. */
const RECEIVED = new LatestEvents<Received>();

function receive(event: StoredEvent, types: EventTypes): Received {
  let received = RECEIVED.get(event);
  if (!received) RECEIVED.set(event, (received = read(event, types)));
  return received;
}

/** For those that every listener in this process has heard: what was read of them makes room for what is still to be heard. */
export function forget(events: Iterable<StoredEvent>): void {
  for (const event of events) {
    RECEIVED.forget(event);
    forgetData(event);
  }
}

/** @throws Unprocessable when the data is no JSON or not what its type asks for */
function read(event: StoredEvent, types: EventTypes): Received {
  const data = parse(event);
  const faults = types.faultsOf(event.type, data);
  if (faults.length > 0) {
    const list = faults.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
    throw new Unprocessable(`${event.type} at ${placeName(event)}: ${list}`);
  }
  const { source, epoch, bucket, position, type, at } = event;
  return { source, epoch, bucket, position, type, at, data, declarationId: event.key };
}

function parse(event: StoredEvent): unknown {
  try {
    return dataOf(event);
  } catch (error) {
    throw new Unprocessable(`${event.type} at ${placeName(event)} is no JSON: ${String(error)}`);
  }
}

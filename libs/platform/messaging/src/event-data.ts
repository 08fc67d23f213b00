import type { StoredEvent } from './event';
import { LatestEvents } from './latest-events';

/** What was said in this process lately, before it became text. */
const SAID = new LatestEvents<unknown>();

/** Spares listeners in the same process the reading of the text. */
export function keepData(event: StoredEvent, data: object): void {
  SAID.set(event, data);
}

/** Everybody here has heard it: whoever else asks reads the text. */
export function forgetData(event: StoredEvent): void {
  SAID.forget(event);
}

/** @throws SyntaxError when it is no JSON */
export function dataOf(event: StoredEvent): unknown {
  const said = SAID.get(event);
  return said === undefined ? JSON.parse(event.data) : asRead(said);
}

/**
 * What would be read from the text of a value, without writing and reading it: the value itself where nothing is lost on
 * the way. So listeners find the same in their own process as over Kafka.
 */
export function asRead(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value) return JSON.parse(JSON.stringify(value));
  return Array.isArray(value) ? listAsRead(value) : objectAsRead(value as Readonly<Record<string, unknown>>);
}

function listAsRead(list: readonly unknown[]): readonly unknown[] {
  const isKept = (item: unknown): boolean => item !== undefined && asRead(item) === item;
  return list.every(isKept) ? list : list.map((item) => asRead(item) ?? null);
}

function objectAsRead(object: Readonly<Record<string, unknown>>): object {
  let read: Record<string, unknown> | undefined;
  for (const name of Object.keys(object)) {
    const before = object[name];
    const after = asRead(before);
    if (after === before && after !== undefined) continue;
    read ??= { ...object };
    if (after === undefined) delete read[name];
    else read[name] = after;
  }
  return read ?? object;
}

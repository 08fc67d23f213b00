import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ArchiveUnreadable } from '../errors';
import { EVENT_BYTES_MAX, type StoredEvent } from '../event';
import { type Block, sha256 } from './manifest';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Most events in a block; it has no more bytes than an outbox gives at once. */
export const BLOCK_EVENTS_MAX = 500;

/** Two times what an outbox gives at once, were every character of it escaped. */
const LINES_BYTES_MAX = 12 * 2 * EVENT_BYTES_MAX;

/** One event in a line. Its source is the whole file's. */
export function linesOf(events: readonly StoredEvent[]): string {
  return events.map(({ source: _, ...event }) => `${JSON.stringify(event)}\n`).join('');
}

export function packed(lines: string): Promise<Buffer> {
  return pack(lines);
}

/**
 * The lines of a block as they were written.
 * @throws ArchiveUnreadable when a byte is another one
 */
export async function unpacked(bytes: Buffer, { sha256: expected }: Block, file: string): Promise<string> {
  if (sha256(bytes) !== expected) throw new ArchiveUnreadable(`${file} is not as it was written`);
  return (await unpack(bytes, { maxOutputLength: LINES_BYTES_MAX })).toString();
}

export function eventsIn(lines: string, source: string): readonly StoredEvent[] {
  const texts = lines.trimEnd().split('\n');
  return texts.map((text) => ({ ...(JSON.parse(text) as Omit<StoredEvent, 'source'>), source }));
}

import type { StoredEvent } from '@tonggwan/messaging';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../golden');
const FILE = /^(\d+\.\d+\.\d+)\.jsonl$/;

/** The log of a day as a released version wrote it, in the order in which it was written. */
export interface Recording {
  readonly version: string;
  readonly events: readonly StoredEvent[];
  /** Of the file: SHA-256, hexadecimal. */
  readonly checksum: string;
  /** What it was when the version was released; undefined where nobody has said. */
  readonly released: string | undefined;
}

/** @param folder where the files lie: VERSION.jsonl, and checksums.txt as `sha256sum` writes it */
export function recordings(folder = FOLDER): readonly Recording[] {
  const released = checksumsIn(readFileSync(join(folder, 'checksums.txt'), 'utf8'));
  return readdirSync(folder).flatMap((name) => {
    const [, version] = FILE.exec(name) ?? [];
    if (!version) return [];
    const text = readFileSync(join(folder, name), 'utf8');
    const events = text.trim().split('\n').map(parse);
    const checksum = createHash('sha256').update(text).digest('hex');
    return [{ version, events, checksum, released: released.get(name) }];
  });
}

function checksumsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [checksum = '', name = ''] = line.split(/\s+/);
      return [name, checksum];
    }),
  );
}

function parse(line: string): StoredEvent {
  return JSON.parse(line) as StoredEvent;
}

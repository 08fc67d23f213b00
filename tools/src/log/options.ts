import { archiveFolder } from '@tonggwan/service-host';
import { parseArgs } from 'node:util';

export const USAGE = `log follow [--source SERVICE] [--json]   each event as it comes
log all [--source SERVICE] [--json]      each event that is there, the oldest first, those in the archive too
log lanes [--json]                       each lane beside its owners' heads and marks
log archive [--folder DIR] [--hours 24] [--readers URL]… [--json]
                                         whole partitions that everybody has read, into files; fails where one
                                         has been held back for longer; --readers: other databases with lanes
log verify [--folder DIR] [--json]       whether the files are still what was written
log epoch --source SERVICE [--brokers HOST:PORT]… [--anyway] [--json]
                                         opens a new epoch of a log that has gone back in time
log forks [--json]                       what was seen of such logs and is no more
All look at --url URL, --data DIR, else DATABASE_URL or ./.tonggwan`;

/** What the command was asked for. */
export function options() {
  return parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      source: { type: 'string' },
      brokers: { type: 'string', multiple: true },
      anyway: { type: 'boolean', default: false },
      url: { type: 'string' },
      data: { type: 'string' },
      folder: { type: 'string' },
      hours: { type: 'string', default: '24' },
      readers: { type: 'string', multiple: true },
    },
  });
}

type Where = Partial<Record<'folder' | 'url' | 'data', string>>;

/** @throws Error where a database at an address has no folder that goes with it */
export function folderOf(
  { folder, url, data }: Where,
  { TONGGWAN_ARCHIVE, DATABASE_URL } = process.env,
): string {
  const named = folder ?? TONGGWAN_ARCHIVE;
  if (named) return named;
  if (url || (data === undefined && DATABASE_URL))
    throw new Error('say with --folder or TONGGWAN_ARCHIVE where the archive of that database is');
  return archiveFolder(data);
}

/** @throws Error naming what is no number of hours */
export function hoursOf(text: string): number {
  const hours = Number(text);
  if (text.trim() === '' || !(hours >= 0)) throw new Error(`--hours is a number from 0, not ${text}`);
  return hours;
}

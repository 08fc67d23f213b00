import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The longest path that a socket can have, in bytes: macOS allows 104 and Linux 108, with a NUL at the end. */
const PATH_BYTES_MAX = 103;
const NAME = '.s.PGSQL.';
const LONGEST_NAME = `${NAME}65535`;

/**
 * The folder in which a server also listens on a socket of the file system, which costs a fraction of TCP for the many short
 * sentences of a batch: the cluster's own, which nobody else may enter. Undefined where its path is too long for that.
 */
export function socketFolder(cluster: string): string | undefined {
  const isPossible = process.platform !== 'win32' && !cluster.includes('"');
  return isPossible && Buffer.byteLength(join(cluster, LONGEST_NAME)) <= PATH_BYTES_MAX ? cluster : undefined;
}

/** The setting is a list, in which a folder with blanks or commas stands in quotation marks. */
export function socketSetting(folder: string | undefined): string {
  return folder ? `"${folder}"` : '';
}

/** The address with that socket, for clients of libpq's manners; others read past it and use TCP. */
export function overSocket(url: string, folder: string | undefined): string {
  return folder ? `${url}?host=${encodeURIComponent(folder)}` : url;
}

/** Each start has a port of its own, so that after kill -9 nobody else would take the old socket away. */
export function clearSockets(cluster: string): void {
  for (const name of readdirSync(cluster)) if (name.startsWith(NAME)) rmSync(join(cluster, name));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './alive';
import { EmbeddedPostgres } from './cluster';
import { clusterPlace } from './cluster-place';

/** The database of a system in a data folder. */
const DATABASE = 'tonggwan';

const HOME = '.tonggwan';

/** Where a system in a data folder keeps the events that have left its database. */
export function archiveFolder(data = HOME): string {
  return join(data, 'archive');
}

export interface OpenDatabase {
  /** The superuser's address. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database that a command looks at: at an address, or in a data folder, whose server is started for so long unless it
 * runs already.
 * @throws Error when the folder holds no system
 */
export async function openDatabase({ url, data }: { url?: string; data?: string }): Promise<OpenDatabase> {
  const address = url ?? (data === undefined ? process.env.DATABASE_URL : undefined);
  if (address) return { url: address, close: () => Promise.resolve() };
  const folder = data ?? HOME;
  if (!existsSync(join(folder, 'postgres.password'))) throw new Error(`there is no system in ${folder}`);
  const running = runningIn(folder);
  if (running) return { url: running, close: () => Promise.resolve() };
  const postgres = await EmbeddedPostgres.start(folder);
  return { url: within(postgres.url), close: () => postgres.stop() };
}

/** PostgreSQL writes its port into the fourth line of this file while it runs. */
function runningIn(folder: string): string | undefined {
  const file = join(clusterPlace(folder).folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = '', , , port] = readFileSync(file, 'utf8').split('\n');
  if (!port || !isAlive(Number(pid))) return undefined;
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8');
  return within(`postgres://postgres:${password}@127.0.0.1:${port.trim()}/postgres`);
}

function within(url: string): string {
  const address = new URL(url);
  address.pathname = `/${DATABASE}`;
  return address.href;
}

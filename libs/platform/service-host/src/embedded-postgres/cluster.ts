import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { KeptServer } from '../kept-server/keeper';
import { freePort } from '../kept-server/ports';
import { pause, ready } from '../kept-server/ready';
import { isAlive } from './alive';
import { type ClusterPlace, clusterPlace, isInitialised } from './cluster-place';
import { initialise } from './initialise';
import { writtenOnce } from './made-whole';
import { clearSockets, overSocket, socketFolder, socketSetting } from './socket';
import { installedBinaries, reachableBinaries, STAGE } from './staging';

const STOP_MS_MAX = 30_000;
const LOOK_MS = 50;

/** What every cluster of ours is started with; durability is left at PostgreSQL's own, which is to keep everything. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

/** A real PostgreSQL from npm that lives as long as this process, on data that outlives it. */
export class EmbeddedPostgres {
  private constructor(
    /** Superuser, database `postgres`. */
    readonly url: string,
    private readonly server: KeptServer,
  ) {}

  /**
   * @param installed the binaries
   * @param stage takes what the server's user cannot reach where it is
   */
  static async start(
    dataFolder: string,
    installed = installedBinaries(),
    stage = STAGE,
  ): Promise<EmbeddedPostgres> {
    const place = clusterPlace(dataFolder, stage);
    const binaries = reachableBinaries(installed, place.user, stage);
    const password = passwordOf(dataFolder);
    if (!isInitialised(place.folder)) initialise(binaries, place, password);
    await lastOneGone(place.folder);
    clearSockets(place.folder);
    const port = await freePort();
    const logFile = join(dataFolder, 'postgres.log');
    const server = launch(binaries, place, port, logFile);
    const overTcp = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    const url = overSocket(overTcp, socketFolder(place.folder));
    await ready(server, () => connectOnce(url), 'PostgreSQL', logFile);
    return new EmbeddedPostgres(url, server);
  }

  /** Stops the server in order: nobody is waited for, nothing is lost. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}

function passwordOf(dataFolder: string): string {
  const file = join(dataFolder, 'postgres.password');
  return existsSync(file) ? readFileSync(file, 'utf8') : writtenOnce(file, randomBytes(18).toString('hex'));
}

/** After a kill -9 the last server may still be shutting down on this data. */
async function lastOneGone(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  for (let waited = 0; existsSync(pidFile); waited += LOOK_MS) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    if (!isAlive(pid)) return;
    if (waited > STOP_MS_MAX)
      throw new Error(`another PostgreSQL (process ${pid}) still works on ${cluster}`);
    await pause(LOOK_MS);
  }
}

function launch(binaries: string, { folder, user }: ClusterPlace, port: number, logFile: string): KeptServer {
  const unix_socket_directories = socketSetting(socketFolder(folder));
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = [join(binaries, 'bin/postgres'), '-D', folder, ...settings];
  return KeptServer.launch(command, { stopSignal: 'INT', folder, logFile, user });
}

async function connectOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
}

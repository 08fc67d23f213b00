import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { KeptServer } from '../kept-server/keeper';
import { freePort } from '../kept-server/ports';
import { pause, ready } from '../kept-server/ready';
import { type ServerUser, serverUser } from './server-user';
import { clusterFolder, installedBinaries, reachableBinaries } from './staging';

const STOP_MS_MAX = 30_000;
const LOOK_MS = 50;

/** What every cluster of ours is started with; durability is left at PostgreSQL's own, which is to keep everything. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
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

  static async start(dataFolder: string): Promise<EmbeddedPostgres> {
    const user = serverUser();
    const binaries = reachableBinaries(installedBinaries(), user);
    const cluster = clusterFolder(dataFolder, user);
    const password = passwordOf(dataFolder);
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, cluster, password, user);
    await lastOneGone(cluster);
    const port = await freePort();
    const logFile = join(dataFolder, 'postgres.log');
    const server = launch(binaries, cluster, port, logFile, user);
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
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
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function initialise(binaries: string, cluster: string, password: string, user: ServerUser | undefined): void {
  const folder = mkdtempSync(join(tmpdir(), 'tonggwan-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const options = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const place = ['--encoding=UTF8', '--locale=C', '-D', cluster];
  const { status, stderr } = spawnSync(join(binaries, 'bin/initdb'), [...options, ...place], {
    ...user,
    cwd: cluster,
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`initdb failed: ${stderr.toString().slice(-2000)}`);
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

function launch(
  binaries: string,
  cluster: string,
  port: number,
  logFile: string,
  user: ServerUser | undefined,
): KeptServer {
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = [join(binaries, 'bin/postgres'), '-D', cluster, ...settings];
  return KeptServer.launch(command, { stopSignal: 'INT', folder: cluster, logFile, user });
}

async function connectOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

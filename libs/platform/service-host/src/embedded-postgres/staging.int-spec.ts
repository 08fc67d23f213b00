import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './cluster';
import { type ClosedHome, closedHome, describeAsRoot } from './closed-home.fixture';
import { clusterPlace } from './cluster-place';
import { ownerOf, serverUser } from './server-user';
import { reachableBinaries } from './staging';

const start = ({ data, installed, stage }: ClosedHome) => EmbeddedPostgres.start(data, installed, stage);

describeAsRoot('a folder that the user of PostgreSQL may not enter', () => {
  let home: ClosedHome;
  beforeEach(() => (home = closedHome()));
  afterEach(() => home.remove());

  const staged = () => reachableBinaries(home.installed, serverUser(), home.stage);
  const versionOf = (binaries: string) =>
    spawnSync(join(binaries, 'bin/postgres'), ['--version'], { ...serverUser(), encoding: 'utf8' }).stdout ??
    'cannot be run';

  it('has binaries that he can run where they are staged, and not where they are', () => {
    expect(versionOf(home.installed)).toBe('cannot be run');
    expect(versionOf(staged())).toMatch(/^postgres \(PostgreSQL\) \d/);
  });

  it('has binaries that are staged whole after somebody was killed over it', () => {
    const partial = `${staged()}.partial-${spawnSync('true').pid}`;
    rmSync(staged(), { recursive: true });
    mkdirSync(join(partial, 'bin'), { recursive: true });
    expect(versionOf(staged())).toMatch(/^postgres/);
    expect(readdirSync(home.stage)).toHaveLength(1);
  });

  it('has nothing that is staged where the stage takes nothing or is closed too, and says so', async () => {
    writeFileSync(home.stage, '');
    await expect(start(home)).rejects.toThrow(`${home.stage} takes no copy: Error: EEXIST`);
    const stage = join(home.data, 'stage');
    await expect(start({ ...home, stage })).rejects.toThrow(`cannot reach ${stage}: let others enter`);
  });

  it('does not get a new cluster where he could once reach the one that is in it', () => {
    const cluster = join(home.data, 'postgres');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
    execFileSync('chown', ['daemon', cluster]);
    expect(() => clusterPlace(home.data, home.stage)).toThrow('let others enter the folders above');
    chmodSync(join(home.data, '..'), 0o755);
    expect(clusterPlace(home.data, home.stage)).toEqual({ folder: cluster, user: ownerOf(cluster) });
  });
});

describeAsRoot('a cluster for a folder that the user of PostgreSQL may not enter', () => {
  jest.setTimeout(60_000);
  let home: ClosedHome;
  beforeAll(() => (home = closedHome()));
  afterAll(() => home.remove());

  const cluster = () => readFileSync(join(home.data, 'postgres.location'), 'utf8').trim();
  const query = async (url: string, text: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };

  it('is made also where everything is installed for root alone, under such a umask', async () => {
    execFileSync('chmod', ['-R', 'go-rwx', home.installed]);
    const umask = process.umask(0o077);
    const postgres = await start(home);
    process.umask(umask);
    await query(postgres.url, 'create table kept as select 42 as number');
    await postgres.stop();
    expect(statSync(cluster()).mode & 0o777).toBe(0o700);
    expect(readdirSync(home.data).sort()).toEqual(['postgres.location', 'postgres.log', 'postgres.password']);
  });

  it('keeps its data, and runs as the user to whom they belong by now', async () => {
    execFileSync('chown', ['-R', 'daemon:daemon', cluster()]);
    const postgres = await start(home);
    expect(await query(postgres.url, 'select number from kept')).toEqual([{ number: 42 }]);
    await postgres.stop();
    expect(readdirSync(join(home.stage, 'clusters'))).toHaveLength(1);
  });

  it('is missed when it is gone, and no other takes its place', async () => {
    rmSync(cluster(), { recursive: true });
    await expect(start(home)).rejects.toThrow(`the data lie in ${cluster()}`);
    expect(readdirSync(join(home.stage, 'clusters'))).toEqual([]);
  });
});

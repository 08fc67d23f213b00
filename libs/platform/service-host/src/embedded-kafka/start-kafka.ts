import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { KeptServer } from '../kept-server/keeper';
import { freePort } from '../kept-server/ports';
import { ready } from '../kept-server/ready';
import { kafkaJars, missingForKafka } from './java';
import { serverProperties } from './server-properties';

const PORT = 9092;
const ANSWER_MS_MAX = 2_000;
const TRIES_MAX = 3;

/** For a machine that it shares and a life of minutes: no threads that tidy up or compile at length. */
const JAVA_OPTIONS = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Length, ApiVersions (18) version 0, correlation 1, no client id: whoever answers it serves requests. */
const API_VERSIONS = Buffer.from('0000000a0012000000000001ffff', 'hex');

export interface RunningKafka {
  /** `host:port` of each broker. */
  readonly brokers: string[];
  stop(): Promise<void>;
  /** With kill -9, as when its machine is gone. */
  kill(): Promise<void>;
}

/**
 * A single Apache Kafka without Docker that lives as long as this process, on data that outlives it.
 * Takes the usual port, or a free one where that is taken.
 * @throws Error saying what is missing on this machine
 */
export async function startKafka(options: { folder: string; port?: number }): Promise<RunningKafka> {
  const missing = missingForKafka();
  if (missing) throw new Error(`Kafka needs ${missing}`);
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const port = await freePort(options.port ?? PORT);
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, serverProperties(folder, port, await freePort()));
  const classPath = join(kafkaJars(), '*');
  if (!existsSync(join(folder, 'log/meta.properties'))) format(classPath, properties);
  const command = ['java', ...JAVA_OPTIONS, '-cp', classPath, 'kafka.Kafka', properties];
  const server = await launch(command, folder, port);
  return { brokers: [`127.0.0.1:${port}`], stop: () => server.stop(), kill: () => server.kill() };
}

/** After a kill -9 the last node may still be shutting down on this data, and holds its lock until it has. */
async function launch(command: readonly string[], folder: string, port: number): Promise<KeptServer> {
  const logFile = join(folder, 'kafka.log');
  for (let tries = 1; ; tries += 1) {
    const server = KeptServer.launch(command, { stopSignal: 'TERM', folder, logFile });
    try {
      await ready(server, () => answer(port), 'Kafka', logFile);
      return server;
    } catch (error) {
      if (tries === TRIES_MAX) throw error;
    }
  }
}

function format(classPath: string, properties: string): void {
  const clusterId = randomBytes(16);
  // A name that began with a dash would be taken for an option.
  clusterId[0]! &= 0x7f;
  const tool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '--standalone'];
  const place = ['-t', clusterId.toString('base64url'), '-c', properties];
  const { status, stdout, stderr } = spawnSync('java', [...tool, ...place], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`Kafka's storage could not be formatted: ${`${stdout}${stderr}`.slice(-2_000)}`);
}

function answer(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(API_VERSIONS));
    socket.setTimeout(ANSWER_MS_MAX, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject).once('close', () => reject(new Error('closed')));
    socket.once('data', () => {
      resolve();
      socket.destroy();
    });
  });
}

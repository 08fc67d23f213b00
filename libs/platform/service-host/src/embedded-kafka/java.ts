import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const JAVA_LEAST = 17;
const POM = join(__dirname, '../../kafka/pom.xml');

/** What is not installed here that Kafka needs; undefined when all is there. */
export function missingForKafka(): string | undefined {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.status !== 0) return `Java ${JAVA_LEAST} or later (no command \`java\`)`;
  const version = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0);
  if (version < JAVA_LEAST) return `Java ${JAVA_LEAST} or later (\`java\` is ${version})`;
  if (existsSync(jarFolder())) return undefined;
  return spawnSync('mvn', ['-v']).status === 0
    ? undefined
    : 'Maven (no command `mvn`), to fetch the jars once';
}

/** The folder of Kafka's jars, fetched by Maven the first time. @throws Error with what Maven says */
export function kafkaJars(): string {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  const goal = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`];
  const { status, stdout } = spawnSync('mvn', goal, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Maven could not fetch Apache Kafka:\n${stdout.slice(-2_000)}`);
  settle(partial, folder);
  return folder;
}

/** Whoever fetches at the same time: one of them is the first, and all are the same. */
function settle(partial: string, folder: string): void {
  try {
    renameSync(partial, folder);
  } catch {
    rmSync(partial, { recursive: true });
  }
}

/** Beside the packages, where a new `npm ci` clears it away with them. */
function jarFolder(): string {
  const packages = resolve(dirname(require.resolve('pg/package.json')), '..');
  return join(packages, '.cache/tonggwan-kafka');
}

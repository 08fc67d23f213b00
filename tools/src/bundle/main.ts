import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const LAUNCHER = join(ROOT, 'apps/launcher/dist');
const BUNDLE = join(LAUNCHER, 'services.cjs');
const COMPILED = join(LAUNCHER, 'services.compiled');

const ENTRY = '\0services';

async function bundle(): Promise<void> {
  const { rolldown } = await import('rolldown');
  const starts = readdirSync(join(ROOT, 'libs/services')).map((name) => {
    const main = join(ROOT, 'apps', name, 'dist/main.js');
    return `exports[${JSON.stringify(name)}] = () => void require(${JSON.stringify(main)});`;
  });
  const entry = {
    name: 'services',
    resolveId: (id: string) => (id === ENTRY ? id : undefined),
    load: (id: string) => (id === ENTRY ? starts.join('\n') : undefined),
  };
  const bundled = await rolldown({ input: ENTRY, platform: 'node', plugins: [entry], logLevel: 'silent' });
  const made = {
    format: 'cjs',
    keepNames: true,
    codeSplitting: false,
    comments: { legal: true, jsdoc: false },
  } as const;
  const { output } = await bundled.generate(made);
  writeFileSync(BUNDLE, inAscii(output[0].code));
}

/**
 * Each process holds this text: V8 needs two bytes for each character where one of them is not Latin. What is escaped means the
 * same in a string, a pattern and a name, but not behind a backslash.
 */
function inAscii(code: string): string {
  if (/\\[^\0-\x7f]/.test(code))
    throw new Error('a character of the bundle that is not ASCII is behind a backslash');
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What V8 makes of the bundle when the services are loaded. How much room it has for objects makes no difference to that. */
function compile(): void {
  const { status } = spawnSync(process.execPath, [join(LAUNCHER, 'compile.js')], { env: {} });
  if (status !== 0) throw new Error('the bundle of the services cannot be loaded');
}

/** When anything of that name's end under a folder was last changed. */
function newestIn(folder: string, end: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const changes = names
    .filter((name) => name.endsWith(end))
    .map((name) => statSync(join(folder, name)).mtimeMs);
  return Math.max(...changes);
}

function isFresh(): boolean {
  if (!existsSync(COMPILED)) return false;
  const built = statSync(COMPILED).mtimeMs;
  const folders = ['apps', 'libs'].map((name) => join(ROOT, name));
  const lock = statSync(join(ROOT, 'package-lock.json')).mtimeMs;
  return [lock, ...folders.map((folder) => newestIn(folder, '.js'))].every((changed) => changed < built);
}

async function main(): Promise<void> {
  if (isFresh()) return;
  rmSync(COMPILED, { force: true });
  await bundle();
  compile();
}

void main();

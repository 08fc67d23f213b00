import { readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const SOURCES = ['src', 'public', 'index.html', 'vite.config.mts', 'package.json', '../../package-lock.json'];
const BUILT = join(ROOT, 'dist/index.html');

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When anything under a path was last changed. Folders count too: they change when a file goes. */
function newestIn(path) {
  const below = statSync(path).isDirectory()
    ? readdirSync(path).map((name) => newestIn(join(path, name)))
    : [];
  return Math.max(changedAt(path), ...below);
}

// `npm start` builds each time: Vite is loaded only where there is something for it to do.
if (changedAt(BUILT) < Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))))) {
  const began = new Date();
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
  // What is changed during the build counts as newer than it.
  utimesSync(BUILT, began, began);
}

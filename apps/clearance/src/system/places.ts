import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout or image that this program is part of. */
const ROOT = resolve(__dirname, '../../../..');

/** @throws Error naming the countries that there are no packs for */
export function packFolder(country: string): string {
  const folder = join(ROOT, 'packs', country);
  if (!existsSync(join(folder, 'pack.json'))) throw new Error(`there is no country pack ${country}`);
  return folder;
}

/** The built pages of the console. */
export function consoleFolder(): string {
  return join(ROOT, 'apps/console/dist');
}

/** What the thread of the lanes runs, where all services are in one process. */
export function lanesProgram(): string {
  return join(ROOT, 'apps/clearance/dist/system/lanes/main.js');
}

/** What starts a service in a process of its own. @param checkout a built one, of this version or another */
export function launchOf(service: string, checkout = ROOT): readonly string[] {
  const launcher = join(checkout, 'apps/launcher/dist/main.js');
  // An older one has no launcher.
  return existsSync(launcher) ? [launcher, service] : [join(checkout, 'apps', service, 'dist/main.js')];
}

import { join } from 'node:path';
import type { System } from '../system/system';

/** Where everything is. */
export function welcome({ url, tokens }: System, dataFolder: string, wantedPort: number): string {
  const port = new URL(url).port;
  const isAsWanted = wantedPort === 0 || port === String(wantedPort);
  const moved = isAsWanted ? '' : `  (port ${wantedPort} is taken)`;
  const names = Object.keys(tokens) as (keyof typeof tokens)[];
  const width = Math.max(...names.map((name) => name.length));
  return [
    '',
    `  Console  ${url}/${moved}`,
    `  API      ${url}/docs`,
    `  Tokens   ${join(dataFolder, 'tokens.json')}`,
    '',
    ...names.map((name) => `  ${name.padEnd(width)}  ${tokens[name]}`),
  ].join('\n');
}

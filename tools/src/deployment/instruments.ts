import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Beside the packages, where a new `npm ci` clears it away with them. */
export const CACHE = resolve(__dirname, '../../../node_modules/.cache/tonggwan-deployment');

/** Programs that only Go's modules carry, by their name in the module and at one version each. */
const INSTRUMENTS = {
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.8.2',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  /** Reads compose files, merges them and holds them against the schema, as `docker compose` does. */
  cmd: 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2',
};

/** The path of an instrument, which Go builds the first time. @throws Error with what Go says */
export function instrument(name: keyof typeof INSTRUMENTS): string {
  const source = INSTRUMENTS[name];
  const folder = join(CACHE, source.slice(source.lastIndexOf('@') + 1));
  const program = join(folder, name);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  run('go', ['install', source], { GOBIN: folder });
  return program;
}

/** What a program prints. @throws Error with what it complains about */
export function run(
  program: string,
  args: readonly string[],
  variables: Record<string, string> = {},
): string {
  const env = { ...process.env, ...variables };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stderr}${stdout}`.slice(0, 4_000));
  return stdout;
}

/** Tests with instruments: skipped by name where Go or Python are absent, but in CI they must run. */
export function describeWithInstruments(name: string, tests: () => void): void {
  const absent = ['go version', 'python3 -m pip --version'].filter((line) => {
    const [program = '', ...args] = line.split(' ');
    return spawnSync(program, args).status !== 0;
  });
  if (absent.length === 0) describe(name, tests);
  else if (process.env.CI) it(`finds the instruments for: ${name}`, () => expect(absent).toEqual([]));
  else describe.skip(`${name} (absent: ${absent.join(', ')})`, () => it('is checked', () => undefined));
}

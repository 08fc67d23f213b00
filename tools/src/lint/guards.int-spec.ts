import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** A fixture of this name breaks nothing, to show that the guards do not catch everything. */
const HARMLESS = 'what keeps to the rules';

interface Linted {
  readonly name: string;
  readonly rule: string;
  readonly caught: readonly (string | null)[];
}

describe('the boundaries of the house', () => {
  let linted: readonly Linted[];
  beforeAll(() => {
    // The linter asks Nx which project is which; this makes Nx find out.
    execFileSync('npx', ['nx', 'show', 'projects'], { cwd: ROOT });
    const output = execFileSync('node', ['tools/lint/lint-fixtures.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    linted = JSON.parse(output.toString()) as Linted[];
  }, 120_000);

  const names = readdirSync(join(ROOT, 'tools/lint/fixtures')).map((name) =>
    name.replace('.txt', '').replaceAll('-', ' '),
  );

  it.each(names.filter((name) => name !== HARMLESS))('catch that %s', (name) => {
    const { rule, caught } = linted.find((fixture) => fixture.name === name)!;
    expect(caught).toContain(rule);
  });

  it('let through what keeps to them', () => {
    expect(linted.find(({ name }) => name === HARMLESS)!.caught).toEqual([]);
  });
});

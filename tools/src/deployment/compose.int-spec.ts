import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeWithInstruments, instrument, run } from './instruments';

const ROOT = resolve(__dirname, '../../..');
const MAIN = 'docker-compose.yml';
const OVERRIDE = 'docker-compose.override.yml';
/** The first time Go builds the instrument. */
const BUILD_MS_MAX = 600_000;

describeWithInstruments('the compose files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  beforeEach(() => [MAIN, OVERRIDE].forEach((name) => cpSync(join(ROOT, name), join(folder, name))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const validate = (...names: string[]) =>
    run(
      instrument('cmd'),
      names.map((name) => join(folder, name)),
    );

  it.each([[[MAIN]], [[MAIN, OVERRIDE]]])(
    'are what the Compose Specification says: %s',
    (names) => {
      expect(validate(...names)).toContain('name: tonggwan');
    },
    BUILD_MS_MAX,
  );

  it.each([
    ['a field that compose does not know', 'stop_grace_period', 'stop_grace_time', 'stop_grace_time'],
    ['a limit that is no number', "cpus: '2'", 'cpus: [2]', 'cpus'],
    ['a service of nothing known', 'image: postgres:18-bookworm', 'picture: postgres', 'picture'],
  ])(
    'would not start with %s',
    (_what, text, otherwise, complaint) => {
      const before = readFileSync(join(folder, MAIN), 'utf8');
      expect(before).toContain(text);
      writeFileSync(join(folder, MAIN), before.replace(text, otherwise));
      expect(() => validate(MAIN)).toThrow(complaint);
    },
    BUILD_MS_MAX,
  );
});

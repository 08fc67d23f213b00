import type { Engine } from '../engine/engine';
import { KAFKA } from './kafka-platform';
import { MEMORY } from './memory-platform';
import { POSTGRES } from './postgres-platform';
import type { Platform, System } from './system';

type Tests<Started extends System> = (start: () => Promise<Started>) => void;

const PLATFORMS: readonly Platform<System>[] = [MEMORY, POSTGRES, KAFKA];

const PREPARE_MS_MAX = 120_000;

/** The same promises on each of these engines. */
export function describeEngines(
  promise: string,
  names: readonly Engine['name'][],
  tests: Tests<System>,
): void {
  for (const platform of PLATFORMS) {
    if (names.includes(platform.name)) describeOn(platform, promise, tests);
  }
}

/** Skipped by name where the engine cannot be had. */
export function describeOn<Started extends System>(
  platform: Platform<Started>,
  promise: string,
  tests: Tests<Started>,
): void {
  const { name, lacks, prepare, start } = platform;
  const title = `${promise}, on ${name}`;
  if (lacks) {
    describe.skip(`${title} (lacks ${lacks})`, () => undefined);
    return;
  }
  describe(title, () => {
    if (prepare) beforeAll(prepare, PREPARE_MS_MAX);
    const started: Started[] = [];
    afterEach(async () => {
      for (const system of started.splice(0)) await system.stop();
    });
    tests(async () => {
      const system = await start();
      started.push(system);
      return system;
    });
  });
}

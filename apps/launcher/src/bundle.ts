import { keepNewObjectsYoung } from '@tonggwan/service-host/young-objects';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';

/** All services and what they need in one file, and what V8 has made of it. */
const BUNDLE = join(__dirname, 'services.cjs');
const COMPILED = join(__dirname, 'services.compiled');

/** What starts each service in this process, by its name. */
type Starts = Readonly<Record<string, () => void>>;

type Wrapper = (
  exports: Starts,
  require: NodeJS.Require,
  module: { exports: Starts },
  ...paths: string[]
) => void;

export interface Bundle {
  readonly starts: Starts;
  /** Whether V8 has taken what was compiled before: by the same Node, told the same. */
  readonly isCompiled: boolean;
  /** Keeps what is compiled by now for processes of the same Node; others compile anew. */
  keepCompiled(): void;
}

/** Undefined where the services were not bundled. */
export function openBundle(): Bundle | undefined {
  if (!existsSync(BUNDLE)) return undefined;
  // What is compiled holds only where V8 is told the same as when it was: this is told before, and nothing after.
  keepNewObjectsYoung();
  const script = new Script(wrap(readFileSync(BUNDLE, 'utf8')), {
    filename: BUNDLE,
    cachedData: existsSync(COMPILED) ? readFileSync(COMPILED) : undefined,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} as Starts };
  const run = script.runInThisContext() as Wrapper;
  run(module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  return {
    starts: module.exports,
    isCompiled: script.cachedDataRejected === false,
    keepCompiled: () => writeFileSync(COMPILED, script.createCachedData()),
  };
}

import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { Client } from 'pg';

/** Every statement that a process sends to PostgreSQL, `begin` and `commit` included, whichever library sends it. */
export interface StatementCount {
  readonly statements: number;
}

const SHARED = 'statements of this process';

/** Counts from now on, together with the threads of the process that count too. @param client that of the copy of `pg` that is used */
export function countStatements({ prototype }: { readonly prototype: object } = Client): StatementCount {
  if (isMainThread) setEnvironmentData(SHARED, new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const count = new Int32Array(getEnvironmentData(SHARED) as unknown as SharedArrayBuffer);
  const send = Reflect.get(prototype, 'query') as (...sentence: unknown[]) => unknown;
  const counted = function (this: Client, ...sentence: unknown[]): unknown {
    Atomics.add(count, 0, 1);
    return send.apply(this, sentence);
  };
  Reflect.set(prototype, 'query', counted);
  return {
    get statements() {
      return Atomics.load(count, 0);
    },
  };
}

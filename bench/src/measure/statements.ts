import { Client } from 'pg';

/** Every statement that a process sends to PostgreSQL, `begin` and `commit` included, whichever library sends it. */
export interface StatementCount {
  readonly statements: number;
}

/** Counts from now on. @param client that of the copy of `pg` that is used */
export function countStatements({ prototype }: { readonly prototype: object } = Client): StatementCount {
  const count = { statements: 0 };
  const send = Reflect.get(prototype, 'query') as (...sentence: unknown[]) => unknown;
  const counted = function (this: Client, ...sentence: unknown[]): unknown {
    count.statements += 1;
    return send.apply(this, sentence);
  };
  Reflect.set(prototype, 'query', counted);
  return count;
}

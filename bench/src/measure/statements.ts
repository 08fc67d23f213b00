import { Client } from 'pg';

/** Every statement that a process sends to PostgreSQL, `begin` and `commit` included, whichever library sends it. */
export interface StatementCount {
  readonly statements: number;
}

/** Counts from now on. */
export function countStatements(): StatementCount {
  const count = { statements: 0 };
  const send = Reflect.get(Client.prototype, 'query') as (...sentence: unknown[]) => unknown;
  const counted = function (this: Client, ...sentence: unknown[]): unknown {
    count.statements += 1;
    return send.apply(this, sentence);
  };
  Reflect.set(Client.prototype, 'query', counted);
  return count;
}

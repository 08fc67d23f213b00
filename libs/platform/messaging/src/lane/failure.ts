import { Conflict, Unprocessable } from '../errors';

/**
 * What becomes of a batch that failed:
 * `conflict` reads everything again, `poison` halves until one event stands alone, `timeout` too but forgives three times,
 * `stop` waits for a better deployment, `retry` waits for better weather.
 */
export type Failure = 'conflict' | 'poison' | 'timeout' | 'stop' | 'retry';

const STATEMENT_TIMEOUT = '57014';
const UNIQUE_VIOLATION = '23505';

/** Only what the handler, the schema or the data says is poison; everything else is the machine's trouble, not the event's. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof Unprocessable) return 'poison';
  const code = sqlState(error);
  if (code === undefined) return isProgrammingFault(error) ? 'poison' : 'retry';
  if (code === STATEMENT_TIMEOUT) return 'timeout';
  if (code.startsWith('42')) return 'stop';
  if (code.startsWith('22') || code.startsWith('23')) return 'poison';
  return 'retry';
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === UNIQUE_VIOLATION;
}

function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** A handler that trips over its data throws one of these; a broken connection throws a plain Error. */
function isProgrammingFault(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}

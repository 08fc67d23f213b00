import { Conflict, TimedOut, Unprocessable, Unreachable } from '../errors';

/**
 * What becomes of a batch that failed:
 * `conflict` reads everything again, `poison` halves until one event stands alone, `timeout` too but forgives three times,
 * `stop` waits for a better deployment, `retry` waits for better weather.
 */
export type Failure = 'conflict' | 'poison' | 'timeout' | 'stop' | 'retry';

/** Codes and classes of SQLSTATE. A limit of the program (54: too long for an index) is met by the same data again. */
const TIMEOUTS = ['57014', '25P03'];
const WRONG_PROGRAM = '42';
const WRONG_DATA = ['22', '23', '54'];

/** Only what the handler, the schema or the data says is poison; the rest is the machine's trouble, not the event's. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof Unprocessable) return 'poison';
  if (error instanceof TimedOut) return 'timeout';
  if (error instanceof Unreachable) return 'retry';
  const code = sqlState(error);
  // The stores mark what is theirs, so this was thrown by the handler.
  if (code === undefined) return 'poison';
  if (TIMEOUTS.includes(code)) return 'timeout';
  if (code.startsWith(WRONG_PROGRAM)) return 'stop';
  return WRONG_DATA.includes(code.slice(0, 2)) ? 'poison' : 'retry';
}

function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

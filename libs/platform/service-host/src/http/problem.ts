import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ArchiveUnreadable, LogClosed, TimedOut, Unreachable } from '@tonggwan/messaging';
import type { IncomingMessage } from 'node:http';
import { standInFor } from '../front/answerer';

/** One thing that is wrong with a message, and where. */
export interface Fault {
  /** A JSON Pointer, an XML path or a parameter's name. */
  readonly pointer: string;
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
}

interface ProblemOptions {
  readonly errors?: readonly Fault[];
  readonly retryAfterSeconds?: number;
}

/** A refusal in the form of RFC 9457: `code` is stable and part of `type`, `detail` is a sentence for people. */
export class Problem extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    detail: string,
    readonly more: ProblemOptions = {},
  ) {
    super({ type: `/problems/${code}`, title: code, status, detail, errors: more.errors }, status);
  }

  static notFound(what: string): Problem {
    return new Problem(404, 'not-found', `There is no such ${what}.`);
  }
}

/** An operator has to open a new epoch first. */
const RESTORE_SECONDS = 30;
const RETRY_SECONDS = 2;

interface Reply {
  hijack(): Reply;
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): void;
}

/** Turns whatever a door throws into a problem. What we did not foresee is logged, and says nothing to the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    const http = host.switchToHttp();
    const reply = http.getResponse<Reply>();
    const standIn =
      problem.getStatus() === 404 && standInFor(http.getRequest<{ raw: IncomingMessage }>().raw);
    if (standIn) {
      reply.hijack();
      return standIn();
    }
    const { retryAfterSeconds } = problem.more;
    if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
    reply.status(problem.getStatus()).header('content-type', 'application/problem+json');
    reply.send(JSON.stringify(problem.getResponse()));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof HttpException)
      return new Problem(error.getStatus(), 'request-refused', error.message);
    const status = statusOf(error);
    if (status && status < 500)
      return new Problem(status, 'request-refused', String((error as Error).message));
    if (error instanceof ArchiveUnreadable) {
      return new Problem(503, 'archive-not-readable', error.message, { retryAfterSeconds: RETRY_SECONDS });
    }
    if (error instanceof LogClosed) {
      const detail = 'Nothing can be taken at the moment: a backup is being restored.';
      return new Problem(503, 'log-closed', detail, { retryAfterSeconds: RESTORE_SECONDS });
    }
    if (isUnavailable(error)) {
      return new Problem(503, 'not-available', 'The database does not answer. Try again.', {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    this.log.error(error);
    return new Problem(500, 'unforeseen', 'Something went wrong here. It has been noted.');
  }
}

/** Fastify's own refusals (a body too large, an unknown media type) carry their status. */
function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** Connection refused or cut, too many connections, starting up or shutting down, or our own pool's time-out. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof Unreachable || error instanceof TimedOut) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|57P0|08|53)/.test(code) ||
    /timeout|connection (terminated|error)|connection .* already released/i.test(error.message)
  );
}

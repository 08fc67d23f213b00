import { type ArgumentsHost, Logger, NotFoundException } from '@nestjs/common';
import { ArchiveUnreadable, LogClosed, TimedOut, Unreachable } from '@tonggwan/messaging';
import { Problem, ProblemFilter } from './problem';

/** What a caller is told of an error: status, code and when to come again. */
function told(error: unknown): unknown[] {
  const headers: Record<string, string> = {};
  let status = 0;
  let body = '';
  const reply = {
    status: (code: number) => ((status = code), reply),
    header: (name: string, value: string) => ((headers[name] = value), reply),
    send: (text: string) => (body = text),
  };
  const http = { getRequest: () => ({ raw: {} }), getResponse: () => reply };
  const host = { switchToHttp: () => http } as unknown as ArgumentsHost;
  new ProblemFilter().catch(error, host);
  return [status, (JSON.parse(body) as { title: string }).title, headers['retry-after']];
}

const withCode = (code: string) => Object.assign(new Error('from below'), { code });

describe('what a caller is told', () => {
  beforeEach(() => jest.spyOn(Logger.prototype, 'error').mockReturnValue());
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['a connection that could not be made', new Unreachable('Error: connect ECONNREFUSED 127.0.0.1:5432')],
    ['a database that did not answer in time', new TimedOut('a command took more than 10000 ms')],
    ['a look-up that could not connect', withCode('ECONNREFUSED')],
    ['a database that is starting up', withCode('57P03')],
    ['a database that is shutting down', withCode('57P01')],
    ['a pool with nothing to give', new Error('timeout exceeded when trying to connect')],
    ['a connection that was cut', new Error('Connection terminated unexpectedly')],
    [
      'a connection that broke before',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
  ])('of %s is to come again', (_, error) => {
    expect(told(error)).toEqual([503, 'not-available', '2']);
  });

  it.each([
    [
      'a refusal',
      new Problem(409, 'reference-used', 'It stands for another.'),
      [409, 'reference-used', undefined],
    ],
    [
      'events in a file that is away',
      new ArchiveUnreadable('archived events cannot be read from 0.jsonl.gz'),
      [503, 'archive-not-readable', '2'],
    ],
    ['a log that has gone back in time', new LogClosed('somebody has seen more'), [503, 'log-closed', '30']],
    ['a door that there is not', new NotFoundException(), [404, 'request-refused', undefined]],
    ['what nobody foresaw', new TypeError('x is not a function'), [500, 'unforeseen', undefined]],
    ['a sentence that the database does not take', withCode('42601'), [500, 'unforeseen', undefined]],
    ['nothing at all', undefined, [500, 'unforeseen', undefined]],
  ])('of %s is that', (_, error, expected) => expect(told(error)).toEqual(expected));
});

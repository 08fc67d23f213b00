import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Answers a request.
 * @param standIn answers instead where there is nothing here of what is asked for: no 404 is sent then
 */
export type Answerer = (request: IncomingMessage, response: ServerResponse, standIn?: Answerer) => void;

/** A server that does not listen itself. */
interface Server {
  routing(request: IncomingMessage, response: ServerResponse): void;
}

const STAND_IN = Symbol('who stands in');

interface Request {
  [STAND_IN]?: () => void;
}

/** Hands Node's own request on to the server, and with it who stands in. */
export function answererOf(server: Server): Answerer {
  return (request, response, standIn) => {
    (request as Request)[STAND_IN] = standIn && (() => standIn(request, response));
    server.routing(request, response);
  };
}

/** Who answers instead of a door that has nothing of what is asked for: whoever asks for him must not answer himself. */
export function standInFor(request: IncomingMessage): (() => void) | undefined {
  return (request as Request)[STAND_IN];
}

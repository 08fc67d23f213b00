import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Answers a request.
 * @param standIn answers instead where there is nothing here of what is asked for: no 404 is sent then
 */
export type Answerer = (request: IncomingMessage, response: ServerResponse, standIn?: Answerer) => void;

/** A server that does not listen itself. */
interface Server {
  routing(request: IncomingMessage, response: ServerResponse): void;
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
}

/** Hands Node's own request on to the server; where somebody stands in, its answer is seen before it is sent. */
export function answererOf(server: Server): Answerer {
  return (request, response, standIn) => {
    if (!standIn) return server.routing(request, response);
    const { method, url, headers } = request as { method: InjectOptions['method'] } & IncomingMessage;
    server.inject({ method, url, headers }).then(
      (answer) => {
        if (answer.statusCode === 404) standIn(request, response);
        else response.writeHead(answer.statusCode, ofTheAnswer(answer.headers)).end(answer.rawPayload);
      },
      (error: unknown) => response.destroy(error as Error),
    );
  };
}

/** Without what belongs to a connection: that of the injected request is none. */
function ofTheAnswer({ connection: _, ...headers }: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return headers;
}

import type { Answerer } from '@tonggwan/service-host';
import { Agent, type IncomingHttpHeaders, request as ask, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

const CONNECTIONS_MAX = 64;
/** These belong to one connection and are not handed on (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade'];

/**
 * Hands requests on to the process of another service, and its answers back, as they stream.
 * @param page what to ask there for, whatever is asked for here
 */
export function handOnTo(address: string, page?: string): Answerer {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  // Host and path stay apart: a path that begins with two slashes must not name another host.
  const { hostname, port } = new URL(address);
  return (request, response, standIn) => {
    const { method, url } = request;
    const path = page ?? url;
    const headers = handedOn(request.headers);
    const onward = ask({ hostname, port, path, agent, method, headers }, (answer) => {
      if (standIn && answer.statusCode === 404) {
        answer.resume();
        return standIn(request, response);
      }
      response.writeHead(answer.statusCode ?? 502, handedOn(answer.headers));
      pipeline(answer, response, () => undefined);
    });
    onward.on('error', () => refuse(response));
    response.on('close', () => onward.destroy());
    pipeline(request, onward, () => undefined);
  };
}

function handedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  return Object.fromEntries(kept);
}

/** The service does not answer; where it had begun to, the connection ends with what came. */
function refuse(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  const detail = 'The service behind this door does not answer. Try again.';
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '2' });
  response.end(
    JSON.stringify({ type: '/problems/not-available', title: 'not-available', status: 503, detail }),
  );
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a peer reads of a declaration. */
export interface PeerDeclaration {
  readonly functionalReferenceID: string;
}

/** What a door asks of those behind it. */
export interface Taker {
  /** Resolves with their names once the declarations would survive a crash. */
  take(declarations: readonly PeerDeclaration[]): Promise<readonly string[]>;
  /** How many declarations have gone all the way. */
  finished(): number;
}

/** Takes a declaration or an array of them at POST /declarations, and tells at GET /finished how many are through. */
export async function openDoor(taker: Taker): Promise<{ readonly url: string; readonly server: Server }> {
  // A connection that rests must not be closed under the next request.
  const server = createServer(
    { keepAliveTimeout: 0 },
    (request, response) => void answer(taker, request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function answer(taker: Taker, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'GET') return void response.end(String(taker.finished()));
    const sent = JSON.parse(await textOf(request)) as PeerDeclaration | PeerDeclaration[];
    const receipts = (await taker.take([sent].flat())).map((id) => ({ id, status: 'received' }));
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify(Array.isArray(sent) ? receipts : receipts[0]));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

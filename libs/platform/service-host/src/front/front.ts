import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answerer } from './answerer';
import { Routes, type Route } from './routes';

/** A client that sends its headers or body slower than this is not served. */
const REQUEST_MS_MAX = 60_000;
const HEADERS_MS_MAX = 15_000;
/** Longer than proxies and clients keep a resting connection: whoever closes it first must not meet the other's next request. */
const REST_MS_MAX = 75_000;
const CLOSE_MS_MAX = 15_000;
/** Whoever finds no place among those that wait to be greeted is cut off, where he should be told when to come again. */
const CONNECTIONS_WAITING_MAX = 4_096;

/** One port for the doors of many services. */
export class Front {
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /**
   * @param others answers what belongs to no service: pages, documents, health
   * @param port the wanted one; where it is taken the next that is free
   */
  static async open(
    routes: readonly Route<Answerer>[],
    others: Answerer,
    host: string,
    port: number,
  ): Promise<Front> {
    const owners = new Routes(routes);
    const server = createServer(
      {
        requestTimeout: REQUEST_MS_MAX,
        headersTimeout: HEADERS_MS_MAX,
        keepAliveTimeout: REST_MS_MAX,
      },
      (request, response) => {
        const door = owners.find(request.method ?? 'GET', request.url ?? '/') ?? { owner: others };
        door.owner(request, response, door.standIn);
      },
    );
    await listen(server, host, port);
    return new Front(server, (server.address() as AddressInfo).port);
  }

  /** Finishes what is being answered and takes no more. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    const timer = setTimeout(() => this.server.closeAllConnections(), CLOSE_MS_MAX);
    await closed;
    clearTimeout(timer);
  }
}

const PORTS_TRIED_MAX = 100;

async function listen(server: Server, host: string, wanted: number): Promise<void> {
  for (let port = wanted; ; port += 1) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port - wanted >= PORTS_TRIED_MAX) throw error;
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, CONNECTIONS_WAITING_MAX, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { History } from '../store/store';
import { SOURCES } from './office';

const [OWNER] = SOURCES;
const TOKEN = 'word';

/** An owner's door to its log, as a service has one. */
export class Door {
  readonly pages: number[] = [];
  isShut = false;
  /** Why it has nothing to give, if so. */
  fault?: string;

  private constructor(private readonly server: Server) {}

  static async to(history: History): Promise<Door> {
    const server = createServer();
    const door = new Door(server);
    server.on('request', ({ url = '', headers }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://door');
      if (door.isShut || headers.authorization !== `Bearer ${TOKEN}`)
        return void response.writeHead(403).end();
      if (door.fault) return void response.writeHead(503).end(JSON.stringify({ detail: door.fault }));
      const [bucket, after, limit] = ['bucket', 'after', 'limit'].map((name) =>
        Number(searchParams.get(name)),
      );
      void (async () => {
        if (pathname === '/log/heads') return { heads: (await history.heads([OWNER])).get(OWNER) };
        if (pathname === '/log/epochs') return { epochs: (await history.epochs([OWNER])).get(OWNER) };
        const events = await history.read(OWNER, bucket!, after!, limit!);
        door.pages.push(events.length);
        return { events };
      })().then((answer) => response.end(JSON.stringify(answer)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return door;
  }

  /** What a reader is told of it. */
  get logs(): { urls: ReadonlyMap<string, string>; token: () => string } {
    const { port } = this.server.address() as AddressInfo;
    return { urls: new Map([[OWNER, `http://127.0.0.1:${port}`]]), token: () => TOKEN };
  }

  close(): void {
    this.server.close().closeAllConnections();
  }
}

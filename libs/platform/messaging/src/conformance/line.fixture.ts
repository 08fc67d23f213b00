import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a database that can go dead: nothing comes through any more, and nobody is told. */
export class Line {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(url: string): Promise<{ line: Line; url: string }> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) line.sockets.add(socket.on('error', () => undefined));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    // Not over the socket of the file system, which would go round the line.
    through.searchParams.delete('host');
    through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { line, url: through.href };
  }

  /** Those who are connected now hear nothing any more; new connections are as good as before. */
  goDead(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

import { Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string | Buffer;
  readonly mediaType?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** How long the system asks to be left alone, in milliseconds; 0 where it does not. */
  readonly retryAfterMs: number;
}

/**
 * A way into the system for a caller with a token: connections that stay open, at most so many. On Node's own HTTP client,
 * which costs a fraction of what `fetch` does where thousands of calls are made.
 */
export class Door {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    private readonly token: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws Error when nobody answers */
  call({ method, path, body = '', mediaType = 'application/json' }: Call): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(method === 'POST' ? { 'content-type': mediaType, 'content-length': Buffer.byteLength(body) } : {}),
    };
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}${path}`, { method, agent: this.agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            retryAfterMs: Number(response.headers['retry-after'] ?? 0) * 1_000,
          }),
        );
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

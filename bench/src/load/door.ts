import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number;
}

/** A caller of the system with a token: connections that stay open, at most so many. */
export class Door {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    private readonly token: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  post(path: string, text: string): Promise<Answer> {
    const body = Buffer.from(text);
    const headers = {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.url}${path}`,
        { method: 'POST', agent: this.agent, headers },
        (response) => {
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
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

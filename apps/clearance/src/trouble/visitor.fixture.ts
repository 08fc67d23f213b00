/** What came back, as whoever stands outside sees it. */
export interface Answer<Body = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The problem details of RFC 9457. */
export interface ProblemBody {
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly detail: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** Somebody who calls the doors over HTTP and has nothing but his token, or not even that. */
export class Visitor {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.call<Body>('GET', path, {});
  }

  post<Body>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    return this.send<Body>(path, JSON.stringify(body), 'application/json', headers);
  }

  /** A body that is written already, well or badly. */
  send<Body>(
    path: string,
    body: string | Buffer,
    mediaType: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, { body, headers: { 'content-type': mediaType, ...headers } });
  }

  private async call<Body>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: string | Buffer; headers?: Readonly<Record<string, string>> },
  ): Promise<Answer<Body>> {
    const authorization = this.token ? { authorization: `Bearer ${this.token}` } : undefined;
    const answer = await fetch(this.url + path, { method, body, headers: { ...authorization, ...headers } });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text && JSON.parse(text)) as Body };
  }
}

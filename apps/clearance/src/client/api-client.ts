import { sleep } from '@tonggwan/messaging';
import { Gate } from './gate';

/** A refusal by the API, in the words of its problem details. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    call: string,
    detail: string,
  ) {
    super(`${call}: ${status} ${detail}`);
  }
}

const TRIES_MAX = 8;
const TRY_AGAIN_MS = 500;
const NOT_NOW = [429, 503];

/** Somebody with a token who calls the public API. A call that meets a busy or restarting system is made again. */
export class ApiClient {
  /** @param gate shared by callers who must not make more calls at a time than it lets through */
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly gate: Gate,
  ) {}

  get<Answer>(path: string): Promise<Answer> {
    return this.call<Answer>('GET', path);
  }

  post<Answer>(path: string, body: unknown): Promise<Answer> {
    return this.call<Answer>('POST', path, JSON.stringify(body), 'application/json');
  }

  /** A body that is written already. */
  send<Answer>(path: string, body: string | Buffer, mediaType: string): Promise<Answer> {
    return this.call<Answer>('POST', path, body, mediaType);
  }

  private call<Answer>(
    method: string,
    path: string,
    body?: string | Buffer,
    mediaType?: string,
  ): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.token}`,
      ...(mediaType ? { 'content-type': mediaType } : {}),
    };
    return this.gate.through(() => this.tryAgain<Answer>(path, { method, headers, body }));
  }

  private async tryAgain<Answer>(path: string, request: RequestInit): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const response = await this.reach(path, request, tries);
      if (!response) continue;
      if (response.ok) return (await response.json()) as Answer;
      const refusal = new Refusal(response.status, `${request.method} ${path}`, await detailOf(response));
      if (!NOT_NOW.includes(response.status) || tries >= TRIES_MAX) throw refusal;
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 0) || TRY_AGAIN_MS);
    }
  }

  /** Nothing where nobody answers: perhaps somebody does a moment later. */
  private async reach(path: string, request: RequestInit, tries: number): Promise<Response | undefined> {
    try {
      return await fetch(`${this.url}${path}`, request);
    } catch (error) {
      if (tries >= TRIES_MAX) throw new Error(`${this.url} does not answer`, { cause: error });
      await sleep(TRY_AGAIN_MS);
      return undefined;
    }
  }
}

async function detailOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { detail, errors } = JSON.parse(text) as { detail?: string; errors?: unknown };
    return [detail, errors && JSON.stringify(errors)].filter(Boolean).join(' ');
  } catch {
    return text.slice(0, 200);
  }
}

import { sleep } from '@tonggwan/messaging';
import { type Answer, type Call, Door } from './door';
import type { Gate } from './gate';

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
  private readonly door: Door;

  /** @param gate shared by callers who must not make more calls at a time than it lets through */
  constructor(
    url: string,
    token: string,
    private readonly gate: Gate,
  ) {
    this.door = new Door(url, token, Infinity);
  }

  get<Body>(path: string): Promise<Body> {
    return this.call({ method: 'GET', path });
  }

  post<Body>(path: string, body: unknown): Promise<Body> {
    return this.call({ method: 'POST', path, body: JSON.stringify(body) });
  }

  /** A body that is written already. */
  send<Body>(path: string, body: string | Buffer, mediaType: string): Promise<Body> {
    return this.call({ method: 'POST', path, body, mediaType });
  }

  private call<Body>(call: Call): Promise<Body> {
    return this.gate.through(() => this.tryAgain<Body>(call));
  }

  private async tryAgain<Body>(call: Call): Promise<Body> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.reach(call, tries);
      if (!answer) continue;
      if (isGood(answer)) return JSON.parse(answer.body) as Body;
      const refusal = new Refusal(answer.status, `${call.method} ${call.path}`, detailOf(answer));
      if (!NOT_NOW.includes(answer.status) || tries >= TRIES_MAX) throw refusal;
      await sleep(answer.retryAfterMs || TRY_AGAIN_MS);
    }
  }

  /** Nothing where nobody answers: perhaps somebody does a moment later. */
  private async reach(call: Call, tries: number): Promise<Answer | undefined> {
    try {
      return await this.door.call(call);
    } catch (error) {
      if (tries >= TRIES_MAX) throw new Error(`${call.path} is not answered`, { cause: error });
      await sleep(TRY_AGAIN_MS);
      return undefined;
    }
  }
}

function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function detailOf({ body }: Answer): string {
  try {
    const { detail, errors } = JSON.parse(body) as { detail?: string; errors?: unknown };
    return [detail, errors && JSON.stringify(errors)].filter(Boolean).join(' ');
  } catch {
    return body.slice(0, 200);
  }
}

import { useMemo } from 'react';
import { useSession } from '../session/session';
import { refusalOf } from './problem';

export interface Client {
  get<Answer>(path: string): Promise<Answer>;
  text(path: string, accept: string): Promise<string>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
}

const TIMEOUT_MS = 15_000;

/** The API as the bearer of the session's token; a token that is refused ends the session. */
export function useClient(): Client {
  const { bearer, signOut } = useSession();
  const token = bearer?.token;
  return useMemo(() => {
    const call = async (path: string, init: RequestInit, accept: string): Promise<Response> => {
      const headers = { ...init.headers, accept, authorization: `Bearer ${token ?? ''}` };
      // The console may be served under a path of its own, and the doors lie beside it.
      const url = new URL(`.${path}`, document.baseURI);
      const answer = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.status === 401) signOut();
      if (!answer.ok) throw await refusalOf(answer);
      return answer;
    };
    const json = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
      const answer = await call(path, init, 'application/json');
      return (await answer.json().catch(() => undefined)) as Answer;
    };
    return {
      get: (path) => json(path, {}),
      text: async (path, accept) => (await call(path, {}, accept)).text(),
      post: (path, body = {}) =>
        json(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    };
  }, [token, signOut]);
}

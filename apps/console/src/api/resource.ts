import { useCallback, useEffect, useState } from 'react';
import { useClient } from './client';
import { Refusal } from './problem';

export interface Resource<Data> {
  readonly data: Data | undefined;
  /** Why there is none, or no newer one. */
  readonly refusal: Refusal | undefined;
  readonly reload: () => void;
}

interface Answer<Data> {
  readonly path: string;
  readonly data?: Data;
  readonly refusal?: Refusal;
}

/**
 * What the API has under a path, and again every `everyMs` while the page is seen. What is old stays until the new one
 * is there; of another path nothing stays.
 */
export function useResource<Data>(path: string | undefined, everyMs?: number): Resource<Data> {
  const client = useClient();
  const [answer, setAnswer] = useState<Answer<Data>>();
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((last) => last + 1), []);

  useEffect(() => {
    if (path === undefined) return;
    let isWanted = true;
    client.get<Data>(path).then(
      (data) => isWanted && setAnswer({ path, data }),
      (error: unknown) =>
        isWanted &&
        setAnswer((last) => ({
          path,
          data: last?.path === path ? last.data : undefined,
          refusal: refusal(error),
        })),
    );
    return () => {
      isWanted = false;
    };
  }, [client, path, turn]);

  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  const current = answer?.path === path ? answer : undefined;
  return { data: current?.data, refusal: current?.refusal, reload };
}

export function refusal(error: unknown): Refusal {
  return error instanceof Refusal
    ? error
    : new Refusal(0, error instanceof Error ? error.message : String(error));
}

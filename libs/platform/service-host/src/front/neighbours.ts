/** Where the processes of other services are, by service. */
export type Neighbours = ReadonlyMap<string, string>;

/** What the process of a service says; no status where it says nothing. */
export interface Saying {
  readonly service: string;
  readonly status?: number;
  readonly body?: unknown;
}

/** Whoever says nothing for so long is away. */
const ANSWER_MS_MAX = 3_000;

/** Asks all of them for the same page at once. */
export function askAll(neighbours: Neighbours, path: string): Promise<readonly Saying[]> {
  const sayings = [...neighbours].map(async ([service, address]): Promise<Saying> => {
    try {
      const answer = await fetch(new URL(path, address), { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
      return { service, status: answer.status, body: await answer.json() };
    } catch {
      return { service };
    }
  });
  return Promise.all(sayings);
}

/** Those who ask while an answer is being found share it, so that many who ask are no more work than one. */
export function shared<Answer>(find: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<Answer> | undefined;
  return () => (underWay ??= find().finally(() => (underWay = undefined)));
}

interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What the server refused, as RFC 9457 says it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
  }
}

/** Reads a refusal from an answer, whatever its body is. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => undefined);
  const { detail, errors } = (body ?? {}) as { detail?: string; errors?: Fault[] };
  return new Refusal(answer.status, detail ?? `${answer.status} ${answer.statusText}`, errors);
}

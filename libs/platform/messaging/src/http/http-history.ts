import { BUCKETS } from '../bucket';
import { Unreachable } from '../errors';
import type { Epoch } from '../epoch/epoch';
import type { StoredEvent } from '../event';
import type { History } from '../store/store';

/** Most events that an owner gives in one answer. */
export const LOG_PAGE_EVENTS_MAX = 500;

const ANSWER_MS_MAX = 10_000;
/** Characters of an owner's reason that are passed on. */
const REASON_MAX = 500;

/** Where owners with a database of their own are asked for their logs. */
export interface LogDoors {
  /** The address of each such service. */
  readonly urls: ReadonlyMap<string, string>;
  /** Asked for every time, so that a new token is taken up without a restart. */
  token(): string;
}

/** The logs of owners elsewhere, read over their doors, beside those in this database. */
export class HttpHistory implements History {
  constructor(
    private readonly doors: LogDoors,
    private readonly here: History,
  ) {}

  async read(source: string, bucket: number, after: number, limit: number): Promise<readonly StoredEvent[]> {
    const url = this.doors.urls.get(source);
    if (!url) return this.here.read(source, bucket, after, limit);
    const most = Math.min(limit, LOG_PAGE_EVENTS_MAX);
    const { events } = await this.ask(url, `log?bucket=${bucket}&after=${after}&limit=${most}`);
    if (!Array.isArray(events)) throw new Unreachable(`${url} answers with something else than its log`);
    // Whatever an owner says, it says it in its own name.
    return (events as StoredEvent[]).map((event) => ({ ...event, source, bucket }));
  }

  async readEach(
    from: ReadonlyMap<string, number>,
    bucket: number,
    limit: number,
  ): Promise<readonly StoredEvent[]> {
    const reading = [...from].map(([source, after]) => this.read(source, bucket, after, limit));
    return (await Promise.all(reading)).flat();
  }

  async heads(sources: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    return new Map(
      await Promise.all(sources.map(async (source) => [source, await this.headsOf(source)] as const)),
    );
  }

  async epochs(sources: readonly string[]): Promise<ReadonlyMap<string, readonly Epoch[]>> {
    return new Map(
      await Promise.all(sources.map(async (source) => [source, await this.epochsOf(source)] as const)),
    );
  }

  private async epochsOf(source: string): Promise<readonly Epoch[]> {
    const url = this.doors.urls.get(source);
    if (!url) return (await this.here.epochs([source])).get(source)!;
    const { epochs } = await this.ask(url, 'log/epochs');
    if (!Array.isArray(epochs) || !epochs.every(isEpoch))
      throw new Unreachable(`${url} does not say which lives its log has had`);
    return epochs;
  }

  private async headsOf(source: string): Promise<readonly number[]> {
    const url = this.doors.urls.get(source);
    if (!url) return (await this.here.heads([source])).get(source)!;
    const { heads } = await this.ask(url, 'log/heads');
    if (!Array.isArray(heads) || heads.length !== BUCKETS)
      throw new Unreachable(`${url} has no heads of ${BUCKETS} buckets`);
    return heads as number[];
  }

  private async ask(
    url: string,
    path: string,
  ): Promise<{ events?: unknown; heads?: unknown; epochs?: unknown }> {
    const address = `${url.replace(/\/$/, '')}/${path}`;
    try {
      const answer = await fetch(address, {
        headers: { authorization: `Bearer ${this.doors.token()}` },
        redirect: 'error',
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
      if (!answer.ok) throw new Error(`answers ${answer.status}${await reasonOf(answer)}`);
      return (await answer.json()) as object;
    } catch (error) {
      // What fetch itself says is that it failed.
      const { message, cause } = error as Error & { cause?: Error };
      throw new Unreachable(`${address}: ${cause?.message ?? message}`, { cause: error });
    }
  }
}

/** What the owner itself says is wrong: an archive out of its reach, for one. */
async function reasonOf(answer: Response): Promise<string> {
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: unknown };
  return typeof detail === 'string' ? `: ${detail.slice(0, REASON_MAX)}` : '';
}

function isEpoch(found: unknown): found is Epoch {
  const { epoch, firsts } = (found ?? {}) as Partial<Epoch>;
  return Number.isInteger(epoch) && Array.isArray(firsts) && firsts.length === BUCKETS;
}

import type { Lodgement } from '../corpus/corpus';
import type { Door } from '@tonggwan/clearance';
import type { Pace } from './pace';

const LODGING = '/declarations?goods-present=true';

interface Receipt {
  readonly id: string;
  readonly status: string;
}

/** Lodges the corpus, one after the other or in arrays, and remembers when each declaration was due to arrive. */
export class Loader {
  /** By declaration, in milliseconds of the epoch. */
  readonly arrivals = new Map<string, number>();
  /** Ids of declarations in the order in which they were taken. */
  readonly lodged: string[] = [];
  /** So many of those lodged keep all rules. */
  good = 0;
  /** Requests that were told to come back later, and did. */
  sentAway = 0;

  constructor(
    private readonly door: Pick<Door, 'call'>,
    private readonly corpus: Iterator<Lodgement, never>,
    /** Declarations in a request; one alone is no array. */
    private readonly together: number,
  ) {}

  /** Lodges on so many connections until the pace says that it is over. @throws Error when something is not taken */
  async run(pace: Pace, connections: number): Promise<void> {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        for (let due = await pace.next(); due !== undefined; due = await pace.next()) await this.lodge(due);
      }),
    );
  }

  async lodge(due: number): Promise<void> {
    const lodgements = Array.from({ length: this.together }, () => this.corpus.next().value);
    this.good += lodgements.filter(({ isBad }) => !isBad).length;
    const texts = lodgements.map(({ text }) => text);
    const receipts = await this.send(this.together === 1 ? texts[0]! : `[${texts.join()}]`);
    for (const { id, status } of receipts) {
      if (!id || !status)
        throw new Error(`a declaration was not taken: ${JSON.stringify(receipts).slice(0, 500)}`);
      this.arrivals.set(id, due);
      this.lodged.push(id);
    }
  }

  private async send(text: string): Promise<readonly Receipt[]> {
    for (;;) {
      const { status, body, retryAfterMs } = await this.door.call({
        method: 'POST',
        path: LODGING,
        body: text,
      });
      if (status === 202) return [JSON.parse(body) as Receipt | Receipt[]].flat();
      if (status !== 503) throw new Error(`lodging was answered ${status}: ${body.slice(0, 500)}`);
      this.sentAway += 1;
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    }
  }
}

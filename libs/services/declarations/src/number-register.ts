import { type CountryPack, declarationNumber } from '@tonggwan/country-pack';
import { type Batch, BUCKETS, bucketOf } from '@tonggwan/messaging';
import { SEQUENCES } from './database/tables';

/** Nobody's party: no token carries it, so no caller sees a counter. */
const NOBODY = '-';

interface NumberWanted {
  readonly declarationId: string;
  readonly office: string;
}

/**
 * Gives declaration numbers out, each once. Every bucket of the log counts by itself and takes each eighth
 * number, so that two lanes never wait for one counter; numbers are unique, and need not be without gaps.
 */
export class NumberRegister {
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly pack: CountryPack,
    private readonly batch: Batch,
    /** The calendar year of the numbers. */
    private readonly year: number,
  ) {}

  /** Locks the counters, after the declarations' own rows. */
  load(wanted: readonly NumberWanted[]): Promise<void> {
    return this.batch.load(
      SEQUENCES,
      wanted.map((one) => this.keyOf(one)),
    );
  }

  next(wanted: NumberWanted): string {
    const key = this.keyOf(wanted);
    const last = (this.batch.state(SEQUENCES, key)?.last ?? 0) + 1;
    this.batch.put(SEQUENCES, key, { party: NOBODY, last });
    const sequence = (last - 1) * BUCKETS + bucketOf(wanted.declarationId) + 1;
    return this.number(wanted.office, sequence);
  }

  private number(office: string, sequence: number): string {
    const { country, law } = this.pack;
    return declarationNumber(law.declarationNumber, { instantYear: this.year, country, office, sequence });
  }

  /**
   * Numbers that differ by nothing but their sequence share a counter: not every form has the office in it.
   */
  private keyOf({ declarationId, office }: NumberWanted): string {
    let key = this.keys.get(office);
    if (!key) this.keys.set(office, (key = this.number(office, 0)));
    return `${key}/${bucketOf(declarationId)}`;
  }
}

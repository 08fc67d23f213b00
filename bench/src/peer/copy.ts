import { hash32, uuidV7 } from '@tonggwan/kernel';
import { systemRandom } from '@tonggwan/service-host';
import { type Pattern, patternOf } from '../bare/pattern';
import type { Specimens } from '../bare/specimen';

/** A declaration on its way through a peer: small enough to travel with every step. */
export interface Copy {
  readonly id: string;
  readonly lrn: string;
  readonly mrn: string;
  /** The place of the specimen whose rows it gets. */
  readonly specimen: number;
  readonly account: string;
}

/** Says of which specimen a lodged declaration is the copy: its own where there is one, else one after the other. */
export class Copies {
  readonly patterns: readonly Pattern[];
  private readonly placeOf: ReadonlyMap<string, number>;
  private count = 0;

  constructor(private readonly specimens: Specimens) {
    this.patterns = specimens.declarations.map(patternOf);
    this.placeOf = new Map(this.patterns.map(({ lrn }, place) => [lrn, place]));
  }

  /** @param lrn the name under which it was lodged */
  of(lrn: string): Copy {
    const id = newId();
    const { accounts } = this.specimens;
    const specimen = this.placeOf.get(lrn) ?? this.count % this.patterns.length;
    this.count += 1;
    return {
      id,
      lrn,
      mrn: String(this.count).padStart(this.patterns[specimen]!.mrnLength, '0'),
      specimen,
      account: accounts[hash32(id) % accounts.length]!.id,
    };
  }
}

export function newId(): string {
  return uuidV7(new Date(), systemRandom);
}

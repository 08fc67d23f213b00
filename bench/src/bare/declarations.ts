import { hash32, uuidV7 } from '@tonggwan/kernel';
import { bucketOf } from '@tonggwan/messaging';
import { systemRandom } from '@tonggwan/service-host';
import { type Pattern, patternOf } from './pattern';
import type { Specimens } from './specimen';

export interface NewDeclaration {
  readonly id: string;
  readonly lrn: string;
  readonly mrn: string;
  readonly pattern: Pattern;
  readonly account: string;
}

/** New declarations without end, one specimen after the other, all of one bucket for each batch as lanes have them. */
export class Declarations {
  private readonly patterns: readonly Pattern[];
  private count = 0;

  constructor(private readonly specimens: Specimens) {
    this.patterns = specimens.declarations.map(patternOf);
  }

  take(bucket: number, count: number): readonly NewDeclaration[] {
    return Array.from({ length: count }, () => this.one(bucket));
  }

  private one(bucket: number): NewDeclaration {
    let id = newId();
    while (bucketOf(id) !== bucket) id = newId();
    const { accounts } = this.specimens;
    const pattern = this.patterns[this.count % this.patterns.length]!;
    // The first round is what the product had written, so that both can be compared by their references.
    const lrn = this.count < this.patterns.length ? pattern.lrn : `BARE-${this.count}`;
    this.count += 1;
    return {
      id,
      lrn,
      mrn: String(this.count).padStart(pattern.mrnLength, '0'),
      pattern,
      account: accounts[hash32(id) % accounts.length]!.id,
    };
  }
}

export function newId(): string {
  return uuidV7(new Date(), systemRandom);
}

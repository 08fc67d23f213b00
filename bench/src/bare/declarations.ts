import { hash32, uuidV7 } from '@tonggwan/kernel';
import { bucketOf } from '@tonggwan/messaging';
import { systemRandom } from '@tonggwan/service-host';
import type { Specimens } from './specimen';
import { rowTemplate, type RowTemplate, Template } from './template';

/** How a declaration is written: its rows by table and its events by schema. */
export interface Pattern {
  readonly rows: ReadonlyMap<string, readonly RowTemplate[]>;
  readonly events: ReadonlyMap<string, readonly { readonly type: string; readonly data: Template }[]>;
  readonly mrnLength: number;
}

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
    this.patterns = specimens.declarations.map((specimen) => ({
      rows: new Map(
        Object.values(specimen.services).flatMap(({ rows }) =>
          Object.entries(rows).map(([table, texts]) => [
            table,
            texts.map((row) => rowTemplate(row, specimen)),
          ]),
        ),
      ),
      events: new Map(
        Object.entries(specimen.services).map(([schema, { events }]) => [
          schema,
          events.map(({ type, data }) => ({ type, data: new Template(data, specimen) })),
        ]),
      ),
      mrnLength: specimen.mrn.length,
    }));
  }

  take(bucket: number, count: number): readonly NewDeclaration[] {
    return Array.from({ length: count }, () => this.one(bucket));
  }

  private one(bucket: number): NewDeclaration {
    let id = newId();
    while (bucketOf(id) !== bucket) id = newId();
    this.count += 1;
    const { accounts } = this.specimens;
    const pattern = this.patterns[this.count % this.patterns.length]!;
    return {
      id,
      lrn: `BARE-${this.count}`,
      mrn: String(this.count).padStart(pattern.mrnLength, '0'),
      pattern,
      account: accounts[hash32(id) % accounts.length]!.id,
    };
  }
}

export function newId(): string {
  return uuidV7(new Date(), systemRandom);
}

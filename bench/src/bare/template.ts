import type { RowText, Specimen } from './specimen';

/** What tells one declaration from the next. */
export interface Names {
  readonly id: string;
  readonly lrn: string;
  readonly mrn: string;
}

/** A text of a specimen that can be had again with other names in it. */
export class Template {
  /** Every second piece is a name. */
  private readonly pieces: readonly string[];
  private readonly names: readonly (keyof Names)[];

  constructor(text: string, { id, lrn, mrn }: Specimen) {
    const nameOf: Readonly<Record<string, keyof Names>> = { [id]: 'id', [lrn]: 'lrn', [mrn]: 'mrn' };
    const pieces = text.split(new RegExp(`(${id}|${lrn}|${mrn})`));
    this.pieces = pieces.filter((_, at) => at % 2 === 0);
    this.names = pieces.flatMap((piece, at) => (at % 2 === 1 ? nameOf[piece]! : []));
  }

  with(names: Names): string {
    let text = this.pieces[0]!;
    for (let at = 0; at < this.names.length; at += 1) text += names[this.names[at]!] + this.pieces[at + 1]!;
    return text;
  }
}

export type RowTemplate = readonly (Template | null)[];

export function rowTemplate(row: RowText, specimen: Specimen): RowTemplate {
  return row.map((value) => (value === null ? null : new Template(value, specimen)));
}

import type { Specimen } from './specimen';
import { rowTemplate, type RowTemplate, Template } from './template';

/** How a declaration is written: its rows by table and its events by schema. */
export interface Pattern {
  readonly lrn: string;
  readonly rows: ReadonlyMap<string, readonly RowTemplate[]>;
  readonly events: ReadonlyMap<string, readonly { readonly type: string; readonly data: Template }[]>;
  readonly mrnLength: number;
}

export function patternOf(specimen: Specimen): Pattern {
  return {
    lrn: specimen.lrn,
    rows: new Map(
      Object.values(specimen.services).flatMap(({ rows }) =>
        Object.entries(rows).map(([table, texts]) => [table, texts.map((row) => rowTemplate(row, specimen))]),
      ),
    ),
    events: new Map(
      Object.entries(specimen.services).map(([schema, { events }]) => [
        schema,
        events.map(({ type, data }) => ({ type, data: new Template(data, specimen) })),
      ]),
    ),
    mrnLength: specimen.mrn.length,
  };
}

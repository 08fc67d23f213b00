import type { ItemAssessment, TaxAssessed, TaxFormula, TaxLine } from '@tonggwan/contracts';

/** One tax of one item with its formula and the words of its source. */
type LineInFull = Omit<TaxLine, 'source'> & TaxFormula & { readonly source: string };
type ItemInFull = Omit<ItemAssessment, 'lines'> & { readonly lines: readonly LineInFull[] };

/** An assessment each line of which explains itself. */
export type AssessmentInFull = Omit<TaxAssessed, 'items' | 'formulas' | 'sources'> & {
  readonly items: readonly ItemInFull[];
};

/** For people, who read a line by itself: what the event says once, with every line that refers to it. */
export function inFull({ items, formulas, sources, ...rest }: TaxAssessed): AssessmentInFull {
  const formulaOf = new Map(formulas.map((formula) => [formula.tax, formula]));
  const lineInFull = (line: TaxLine): LineInFull => ({
    ...line,
    ...formulaOf.get(line.tax)!,
    source: sources[line.source]!,
  });
  return { ...rest, items: items.map((item) => ({ ...item, lines: item.lines.map(lineInFull) })) };
}

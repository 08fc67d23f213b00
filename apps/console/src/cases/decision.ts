import type { Decision, OfficerRate } from '../api/cases';

/** What stands in the form, as the API takes it: only what is filled in. */
export function decisionIn(decision: Decision['decision'], form: FormData): Decision {
  const said = (name: string) => String(form.get(name) ?? '').trim() || undefined;
  if (decision === 'request-document') return { decision, document: said('document'), text: said('text') };
  if (decision === 'refuse') return { decision, outcome: said('outcome'), reason: said('reason') };
  const rates = ratesIn(form);
  return { decision, reason: said('reason'), ...(rates.length > 0 ? { rates } : {}) };
}

/** The rows of the table of rates that have a rate. */
function ratesIn(form: FormData): OfficerRate[] {
  const column = (name: string) => form.getAll(name).map((value) => String(value).trim());
  const [sequences, taxes, rates, sources] = ['sequence', 'tax', 'rate', 'source'].map(column) as [
    ...[string[], string[], string[], string[]],
  ];
  return rates.flatMap((rate, index) =>
    rate
      ? [{ sequence: Number(sequences[index]), tax: taxes[index] ?? '', rate, source: sources[index] ?? '' }]
      : [],
  );
}

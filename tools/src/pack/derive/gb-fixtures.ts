import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Cells } from './csv-file';

/** The fixtures whose measures are the United Kingdom's; the others carry the Union's. */
const COMMODITIES = ['0702000007', '0809400500', '1516209821'];

/** Measure types of the tariff with the preference code under which a declaration claims them. */
const CLASSES: Readonly<Record<string, string>> = { '103': '100', '142': '300' };
const ALL_ORIGINS = '1011';

interface Measure {
  readonly measure_type: { readonly id: string };
  readonly geographical_area: {
    readonly id: string;
    readonly children_geographical_areas: { readonly id: string }[];
  };
  readonly effective_start_date: string;
  readonly effective_end_date: string | null;
  readonly duty_expression: { readonly base: string };
}

/**
 * Ad valorem duties of published commodities: third country duty and preferences, each country of a group by
 * itself.
 */
export function gbFixtureRates(corpora: string): Cells[] {
  return COMMODITIES.flatMap((commodity) => {
    const path = join(corpora, 'uk-tariff-fixtures', 'uk', 'commodities', `${commodity}.json.gz`);
    const { import_measures } = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as {
      import_measures: Measure[];
    };
    const rows = import_measures.flatMap((measure) => rowsOf(commodity, measure));
    return [...new Map(rows.map((row) => [`${row.origin} ${row.rateClass}`, row])).values()].sort(
      (one, other) => (`${one.rateClass}${one.origin}` < `${other.rateClass}${other.origin}` ? -1 : 1),
    );
  });
}

function rowsOf(commodity: string, measure: Measure): Cells[] {
  const rateClass = CLASSES[measure.measure_type.id];
  const percent = /^(\d+\.\d+) %$/.exec(measure.duty_expression.base.trim())?.[1];
  if (!rateClass || !percent) return [];
  return originsOf(measure).map((origin) => ({
    tax: 'A00',
    commodity,
    origin,
    rateClass,
    additionalCode: '',
    percent,
    rule: rateClass === '100' ? 'third country duty' : 'tariff preference',
    ambiguous: 'false',
    from: measure.effective_start_date.slice(0, 10),
    to: measure.effective_end_date?.slice(0, 10) ?? '',
    source: 'uk-tariff',
    illustrative: 'false',
  }));
}

function originsOf({ geographical_area: area }: Measure): string[] {
  if (area.id === ALL_ORIGINS) return [''];
  return area.id.length === 2 ? [area.id] : area.children_geographical_areas.map(({ id }) => id);
}

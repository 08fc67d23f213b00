import type { Law, Tax } from './model';
import type { Fault } from './faults';
import { JsonNode } from './json-node';
import { readLaw } from './law';
import { readTaxes } from './taxes';

const FILE = 'pack.json';
const MEMBERS = [
  'country',
  'version',
  'timeZone',
  'currency',
  'languages',
  'sources',
  'law',
  'taxes',
  'states',
];

/** What `pack.json` says: the scalars of one administration. */
export interface Header {
  readonly country: string;
  readonly version: string;
  readonly timeZone: string;
  readonly currency: { readonly code: string; readonly digits: number };
  readonly languages: readonly string[];
  readonly law: Law;
  readonly taxes: readonly Tax[];
  /** State, then language. */
  readonly states: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function readHeader(value: unknown, sources: ReadonlyMap<string, string>, faults: Fault[]): Header {
  const node = new JsonNode(FILE, '', value, sources, faults);
  const fields = node.fields(...MEMBERS);
  const country = fields.text('country');
  if (country && !/^[a-z]{2}$/.test(country))
    fields.fault('country', `'${country}' is not two small letters`);
  const currency = node.child('currency').fields('code', 'digits');
  const languages = node.texts('languages');
  return {
    country,
    version: fields.text('version'),
    timeZone: fields.timeZone('timeZone'),
    currency: { code: currency.text('code'), digits: currency.whole('digits', 0, 4) },
    languages,
    law: readLaw(node.child('law')),
    taxes: readTaxes(node.children('taxes')),
    states: readStates(node, languages),
  };
}

/**
 * The names under which the rows cite: `"clip": "UNI-PASS CLIP, …"`. They are read first, everything cites
 * them.
 */
export function readSources(value: unknown, faults: Fault[]): Map<string, string> {
  const node = new JsonNode(FILE, '', value, new Map(), faults);
  const names = node.entries('sources').map(([name]) => name);
  const fields = node.child('sources').fields(...names);
  return new Map(names.map((name) => [name, fields.text(name)]));
}

function readStates(node: JsonNode, languages: readonly string[]): Header['states'] {
  return new Map(
    node.entries('states').map(([state, names]) => {
      const fields = names.fields(...languages);
      return [state, new Map(languages.map((language) => [language, fields.text(language)]))];
    }),
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cells } from './csv-file';
import { publishedItems } from './gb-declarations';
import { hs2022 } from './kr-rows';

/** The oldest published declaration is of 2017: the lists hold from its year on. */
export const LISTS_FROM = '2017-01-01';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  country: ['countryCodes.json'],
  currency: ['currencyCodes.json'],
  'office-of-exit': ['officeOfExits.json'],
  'customs-office': ['customsOffices.json'],
  'package-type': ['packageTypes.json'],
  'previous-document': ['documentTypes/documentTypes.json'],
  'authorisation-type': ['holder-of-authorisation-codes/holder-of-authorisation-codes.json'],
  procedure: ['procedureCodes/procedureCodes.json', 'procedureCodes/procedureCodesC21.json'],
  'additional-procedure': [
    'procedureCodes/additionalProcedureCodes.json',
    'procedureCodes/additionalProcedureCodesC21.json',
  ],
};

interface Code {
  readonly code: string;
  readonly en: string;
}

/** HMRC's code lists, and the procedures of import declarations, which its lists for exports lack. */
export function gbCodes(corpora: string): Cells[] {
  const listed = Object.entries(LISTS).flatMap(([list, files]) =>
    files.flatMap((file) =>
      readList(corpora, file).map(({ code, en }) => codeRow(list, code, en, 'hmrc-lists')),
    ),
  );
  const declared = publishedItems(corpora).flatMap(({ procedures: [procedure = '', ...additional] }) => [
    codeRow('procedure', procedure, `Procedure ${procedure}`, 'cds-declarations'),
    ...additional.map((code) =>
      codeRow('additional-procedure', code, `Additional procedure ${code}`, 'cds-declarations'),
    ),
  ]);
  const all = [...declared, ...listed.reverse()].filter(({ code }) => code);
  const requested = all
    .filter(({ list }) => list === 'procedure')
    .map(({ code, source }) =>
      codeRow('requested-procedure', code!.slice(0, 2), `Requested procedure ${code!.slice(0, 2)}`, source!),
    );
  const byKey = new Map([...requested, ...all].map((row) => [`${row.list} ${row.code}`, row]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}

/** Inspections a day and office: made up, and marked so. */
const INSPECTIONS = '40';

export function gbOffices(corpora: string): Cells[] {
  const lists = ['customsOffices.json', 'officeOfExits.json'];
  const offices = lists.flatMap((file) => readList(corpora, file));
  return offices.map(({ code, en }) => ({
    code,
    name: en,
    timeZone: 'Europe/London',
    inspectionsPerDay: INSPECTIONS,
    from: LISTS_FROM,
    to: '',
    source: 'hmrc-offices',
    illustrative: 'true',
  }));
}

export function gbErrorTexts(corpora: string): Cells[] {
  const texts = new Map(readList(corpora, 'dmsErrorCodes.json').map(({ code, en }) => [code, en]));
  return [...texts].map(([code, text]) => ({
    code,
    language: 'en',
    text: text.trim(),
    from: LISTS_FROM,
    to: '',
    source: 'hmrc-errors',
    illustrative: 'false',
  }));
}

/** HS 2022, and what published declarations declare beside it. */
export function gbCommodities(corpora: string): Cells[] {
  const list = new Set(hs2022(corpora));
  const declared = new Set(publishedItems(corpora).map(({ commodity }) => commodity.slice(0, 6)));
  const codes = [...new Set([...list, ...declared])].filter((code) => code.length === 6).sort();
  return codes.map((code) => ({
    code,
    from: LISTS_FROM,
    to: '',
    source: list.has(code) ? 'hs-2022' : 'cds-declarations',
    illustrative: 'false',
  }));
}

function readList(corpora: string, file: string): Code[] {
  const path = join(corpora, 'hmrc-cds', 'given', 'code-lists', file);
  return JSON.parse(readFileSync(path, 'utf8')) as Code[];
}

function codeRow(list: string, code: string, name: string, source: string): Cells {
  return { list, code, name, from: LISTS_FROM, to: '', source, illustrative: 'false' };
}

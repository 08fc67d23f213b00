import { join } from 'node:path';
import { type Cells, readCsv } from './csv-file';

const PARTS = ['train', 'valid'];

/** The synthetic import declarations of 2020 and early 2021 that Korea Customs Service helped to publish. */
export function koreanRows(corpora: string): Cells[] {
  const folder = join(corpora, 'kcs-import-declarations', 'given');
  return PARTS.flatMap((part) => readCsv(join(folder, `df_syn_${part}_eng.csv.gz`)));
}

/** Trade statistics put there what nobody has specified; the nomenclature itself ends with chapter 97. */
const NOT_SPECIFIED = '999999';

/** The HS 2022 codes of six digits. */
export function hs2022(corpora: string): string[] {
  const rows = readCsv(join(corpora, 'hs-nomenclature', 'harmonized-system.csv'));
  const codes = rows.filter(({ level }) => level === '6').map(({ hscode }) => hscode!);
  return codes.filter((code) => code !== NOT_SPECIFIED);
}

/** The first day of the data set, of its nomenclature, and the last day of the latter. */
export const FIRST_ROW = '2020-01-01';
export const HS_2017_FROM = '2017-01-01';
export const HS_2017_TO = '2021-12-31';
export const HS_2022_FROM = '2022-01-01';

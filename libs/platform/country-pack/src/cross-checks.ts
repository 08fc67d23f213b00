import type { PackContent } from './pack-content';
import type { PackIndex } from './pack-index';
import { codeKey } from './tables/codes';
import { OFFICES } from './tables/practice';
import { ofLongest } from './tariff-index';

/** What the files of a pack say of one another: every reference has something to refer to. */
export function checkReferences(content: PackContent, index: PackIndex): void {
  checkTariff(content, index);
  checkObligations(content);
  const { lines, header } = content;
  const lists = new Set(lines.codes.map(({ row }) => row.list));
  const listed = (list: string, code: string) => !lists.has(list) || index.codes.has(codeKey(list, code));
  for (const { row, fields } of lines.exchangeRates) {
    if (!listed('currency', row.currency))
      fields.fault('currency', `'${row.currency}' is not in the list 'currency'`);
  }
  for (const { row, fields } of lines.riskProfiles) {
    const unknown = row.origin !== undefined && !listed('country', row.origin);
    if (unknown) fields.fault('origin', `'${row.origin}' is not in the list 'country'`);
  }
  for (const { row, fields } of lines.errorTexts) {
    const known = header.languages.includes(row.language);
    if (!known) fields.fault('language', `'${row.language}' is not a language of the pack`);
  }
}

function checkTariff({ lines, header }: PackContent, index: PackIndex): void {
  const looked = new Set(header.taxes.filter(({ rate }) => rate === 'tariff').map(({ code }) => code));
  const known = (code: string) => ofLongest(code, (prefix) => index.commodities.latest(prefix)) !== undefined;
  for (const { row, fields } of lines.tariff) {
    if (!looked.has(row.tax)) fields.fault('tax', `'${row.tax}' is not a tax whose rate the tariff gives`);
    const unknown = row.commodity.length >= 6 && !known(row.commodity);
    if (unknown) fields.fault('commodity', `'${row.commodity}' is not in the nomenclature`);
  }
  for (const { row, fields } of lines.usualPrices) {
    if (!known(row.commodity)) fields.fault('commodity', `'${row.commodity}' is not in the nomenclature`);
  }
}

function checkObligations({ lines }: PackContent): void {
  const lists = new Set([OFFICES, ...lines.codes.map(({ row }) => row.list)]);
  const dataSets = new Set(['*', ...lines.kinds.map(({ row }) => row.dataSet)]);
  for (const { row, fields } of lines.obligations) {
    if (!dataSets.has(row.dataSet)) fields.fault('dataSet', `'${row.dataSet}' is not a data set of any kind`);
    const wrong = parameterFault(row.check, row.parameter, lists);
    if (wrong) fields.fault('parameter', wrong);
  }
}

function parameterFault(check: string, parameter: string, lists: ReadonlySet<string>): string | undefined {
  switch (check) {
    case 'code-list':
      return lists.has(parameter) ? undefined : `there is no list '${parameter}'`;
    case 'pattern':
      return isPattern(parameter) ? undefined : `'${parameter}' is not a regular expression`;
    case 'occurrences-max':
      return /^[1-9]\d{0,4}$/.test(parameter) ? undefined : `'${parameter}' is not a number of occurrences`;
    default:
      return parameter ? `'${check}' takes no parameter` : undefined;
  }
}

function isPattern(text: string): boolean {
  try {
    return text.length > 0 && new RegExp(text, 'u').source.length > 0;
  } catch {
    return false;
  }
}

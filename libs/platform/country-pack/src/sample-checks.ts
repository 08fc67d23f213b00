import type { SampleCommodity } from './model';
import type { Fault } from './faults';
import type { PackContent } from './pack-content';
import type { PackIndex } from './pack-index';
import { SAMPLE_FILE } from './sample';
import { codeKey } from './tables/codes';
import { kindKey } from './tables/practice';
import { ofLongest } from './tariff-index';

/** A sample day must be one that the pack itself can clear: every code it lodges is one that the pack has. */
export function checkSample(content: PackContent, index: PackIndex, faults: Fault[]): void {
  const note = (row: string, field: string, message: string) =>
    faults.push({ file: SAMPLE_FILE, row, field, message });
  const { sample, header, lines } = content;
  for (const field of ['typeCode', 'preLodgedTypeCode'] as const) {
    if (!index.kinds.has(kindKey(sample[field], '')))
      note('/', field, `'${sample[field]}' is not a kind of declaration`);
  }
  for (const [how, code] of Object.entries(sample.paymentMethods)) {
    const fits = lines.paymentMethods.some(({ row }) => row.code === code && row.how === how);
    if (!fits) note('/paymentMethods', how, `'${code}' is not a payment method by ${how}`);
  }
  sample.currencies.forEach((currency, at) => {
    const known = currency === header.currency.code || index.exchangeRates.has(currency);
    if (!known) note('/currencies', String(at), `'${currency}' has no exchange rate`);
  });
  const { current, previous } = sample.procedure;
  const listed = [current, current + previous].some((code) => index.codes.has(codeKey('procedure', code)));
  if (!listed) note('/procedure', 'current', `'${current}' is not in the list 'procedure'`);
  checkCommodities(content, index, note);
}

function checkCommodities(
  { sample, header }: PackContent,
  index: PackIndex,
  note: (row: string, field: string, message: string) => void,
): void {
  const duties = header.taxes.filter(({ rate, optional }) => rate === 'tariff' && !optional);
  const rated = ({ code, origins, rateClass }: SampleCommodity) =>
    origins.every((origin) =>
      duties.every((tax) => index.tariff.knows({ tax: tax.code, commodityCode: code, origin, rateClass })),
    );
  sample.commodities.forEach((commodity, at) => {
    const row = `/commodities/${at}`;
    checkCommodity(commodity, index, row, note);
    if (!rated(commodity)) note(row, 'code', `'${commodity.code}' has no rate`);
  });
  checkCommodity(sample.commodityWithoutRate, index, '/commodityWithoutRate', note);
  if (rated(sample.commodityWithoutRate))
    note('/commodityWithoutRate', 'code', `'${sample.commodityWithoutRate.code}' has a rate`);
}

function checkCommodity(
  commodity: SampleCommodity,
  index: PackIndex,
  row: string,
  note: (row: string, field: string, message: string) => void,
): void {
  const known = ofLongest(commodity.code, (prefix) => index.commodities.latest(prefix)) !== undefined;
  if (!known) note(row, 'code', `'${commodity.code}' is not in the nomenclature`);
  commodity.origins
    .filter((origin) => !index.codes.has(codeKey('country', origin)))
    .forEach((origin) => note(row, 'origins', `'${origin}' is not in the list 'country'`));
}

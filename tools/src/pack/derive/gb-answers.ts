import { join } from 'node:path';
import { Decimal } from '@tonggwan/kernel';
import { type Cells, groupBy, readCsv } from './csv-file';
import { type PublishedItem, publishedItems } from './gb-declarations';

/** The duties whose rates the answers tell. VAT is the same for all goods and stands in the fixed rows. */
const DUTIES = ['A00', 'A50', 'A70', 'A80', 'A90'];

/** The United Kingdom's own tariff holds from this day. */
const UK_TARIFF_FROM = '2021-01-01';

/** Statements that send goods to the Union's tariff, the more particular first. */
const AT_RISK = ['EUPRF', 'NIDOM', 'NIIMP'];

interface Answer {
  readonly key: string;
  readonly percent: Decimal;
  readonly derived: boolean;
  readonly issued: string;
  readonly cells: Cells;
}

/** The duty rates that HMRC's published answers charged, by what the declared item says. */
export function gbAnsweredRates(corpora: string): Cells[] {
  const oracles = join(corpora, 'hmrc-cds', 'given', 'oracles');
  const issued = new Map(readCsv(join(oracles, 'notifications.csv')).map((row) => [row.file!, row.issued!]));
  const items = new Map(publishedItems(corpora).map((item) => [`${item.scenario} ${item.sequence}`, item]));
  const answers = readCsv(join(oracles, 'tax_lines.csv')).flatMap((line) => {
    const item = items.get(`${line.scenario} ${line.item_seq}`);
    return item ? answerOf(line, item, issued.get(line.file!) ?? '') : [];
  });
  const groups = groupBy(answers, ({ key }) => key);
  return [...groups.keys()].sort().flatMap((key) => datedRows(groups.get(key)!));
}

function answerOf(line: Cells, item: PublishedItem, issued: string): Answer[] {
  const rate = DUTIES.includes(line.tax_type!) ? percentOf(line) : undefined;
  if (!rate || item.commodity.length !== 10 || !/^\d{8}/.test(issued)) return [];
  const risk = line.tax_type === 'A00' ? '' : (AT_RISK.find((code) => item.statements.includes(code)) ?? '');
  const preference = !line.duty_regime!.startsWith('1') || risk === 'EUPRF';
  // What is declared is what will be looked up, even where the answer fell back to the general rate.
  const rateClass = risk === 'EUPRF' ? '300' : line.duty_regime!;
  const dumping = line.tax_type === 'A80' || line.tax_type === 'A90';
  const preferential = item.preferentialOrigin && !dumping ? item.preferentialOrigin : item.origin;
  const cells = {
    tax: line.tax_type!,
    commodity: item.commodity,
    origin: preference || rateClass !== '100' ? preferential : '',
    rateClass,
    additionalCode: risk,
  };
  return [{ key: Object.values(cells).join(' '), ...rate, issued: day(issued), cells }];
}

/**
 * The rate as printed, or worked out from the amount where the printed one is rounded; none where a relief
 * took part of it.
 */
function percentOf(line: Cells): Pick<Answer, 'percent' | 'derived'> | undefined {
  if (!line.rate || !line.advalorem_base || !Decimal.parse(line.deduct || '0').isZero()) return undefined;
  const [base, amount] = [Decimal.parse(line.advalorem_base), Decimal.parse(line.tax_assessed!)];
  const percent = Decimal.parse(line.rate);
  const hundred = Decimal.of(100);
  if (base.times(percent).dividedBy(hundred, 2, 'truncate').equals(amount))
    return { percent, derived: false };
  if (amount.isZero()) return undefined;
  return { percent: amount.times(hundred).dividedBy(base, 4, 'half-up'), derived: true };
}

/** One row for each rate, in the order of the answers: a later one holds from the day it was given. */
function datedRows(answers: readonly Answer[]): Cells[] {
  const ordered = [...answers].sort((one, other) => (one.issued < other.issued ? -1 : 1));
  const changes = ordered.filter((answer, at) => !ordered[at - 1]?.percent.equals(answer.percent));
  return changes.map(({ cells, percent, derived, issued }, at) => ({
    ...cells,
    percent: percent.toString(),
    rule: derived ? 'worked out from the published amount' : 'as the published answer says',
    ambiguous: String(derived),
    from: at === 0 ? UK_TARIFF_FROM : issued,
    to: changes[at + 1] ? dayBefore(changes[at + 1]!.issued) : '',
    source: 'cds-answers',
    illustrative: 'false',
  }));
}

function day(issued: string): string {
  return `${issued.slice(0, 4)}-${issued.slice(4, 6)}-${issued.slice(6, 8)}`;
}

function dayBefore(on: string): string {
  return new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
}

import { join } from 'node:path';
import { Decimal } from '@tonggwan/kernel';
import { corpora, describeWithCorpora, packFor } from '@tonggwan/testing';
import { type Cells, readCsv } from './derive/csv-file';
import { type PublishedItem, publishedItems } from './derive/gb-declarations';

describeWithCorpora("the United Kingdom's pack and HMRC's published answers", () => {
  const pack = packFor('gb');
  const oracles = join(corpora(), 'hmrc-cds', 'given', 'oracles');
  const issued = new Map(readCsv(join(oracles, 'notifications.csv')).map((row) => [row.file!, row.issued!]));
  const lines = readCsv(join(oracles, 'tax_lines.csv')).filter(({ rate }) => rate);
  const answered = publishedItems(corpora()).filter((item) => answersTo(item).length > 0);

  function answersTo({ scenario, sequence }: PublishedItem): Cells[] {
    const all = lines.filter((line) => line.scenario === scenario && line.item_seq === sequence);
    const last = all
      .map(({ file }) => issued.get(file!) ?? '')
      .sort()
      .at(-1);
    return all.filter(({ file }) => (issued.get(file!) ?? '') === last);
  }

  function chargesOn(item: PublishedItem) {
    return pack.charges({
      commodityCode: item.commodity,
      origin: item.origin,
      preferentialOrigin: item.preferentialOrigin || undefined,
      rateClass: item.rateClass,
      additionalCodes: [...item.additionalCodes, ...item.statements, ...item.procedures.slice(1)],
      on: '2026-11-23',
    });
  }

  const held = answered.filter((item) => chargesOn(item).some(({ rate }) => !rate));

  it('charges at the published rates, or holds the goods', () => {
    const charged = answered.filter((item) => !held.includes(item));
    const ours = charged.map((item) => ({
      scenario: item.scenario,
      rates: chargesOn(item).flatMap(({ tax, rate }) =>
        rateText(tax.code, rate!.percent.round(2, 'truncate')),
      ),
    }));
    const published = charged.map((item) => ({
      scenario: item.scenario,
      rates: [
        ...new Set(answersTo(item).flatMap((line) => rateText(line.tax_type!, Decimal.parse(line.rate!)))),
      ],
    }));
    expect(ours).toEqual(published);
    expect(charged.length).toBeGreaterThan(30);
  });

  it('holds those with a specific duty, an excise duty or a relief, and no others', () => {
    const plain = held.filter((item) => {
      const all = readCsv(join(oracles, 'tax_lines.csv')).filter(
        ({ scenario }) => scenario === item.scenario,
      );
      const relieved = (line: Cells) => line.rate !== '0.00' && Decimal.parse(line.tax_assessed!).isZero();
      return !all.some((line) => !line.rate || relieved(line));
    });
    expect(plain.map(({ scenario }) => scenario)).toEqual([]);
  });

  /** A rate of nothing is sometimes published and sometimes left out. */
  function rateText(tax: string, percent: Decimal): string[] {
    return percent.isZero() ? [] : [`${tax} ${percent.toFixed(2)}`];
  }
});

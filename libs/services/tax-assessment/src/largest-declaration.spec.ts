import { faultsOf } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { EVENT_BYTES_MAX } from '@tonggwan/messaging';
import { packFor } from '@tonggwan/testing';
import { CountryTaxLaw } from './country-tax-law';
import { assessmentOf } from './domain/assessing.fixture';
import { inFull } from './domain/in-full';
import { priced } from './domain/two-taxes.fixture';

const BRITISH = packFor('gb');
const SIX = ['EXC', 'A00', 'A70', 'A80', 'A90', 'B00'];

/** The British law with a rate for each of six taxes, in more words than any that the pack carries. */
function sixTaxes(): CountryTaxLaw {
  const words = { rule: 'rule '.repeat(16), source: 'source '.repeat(40) };
  const charges = BRITISH.taxes('2026-03-02')
    .filter(({ code }) => SIX.includes(code))
    .map((tax) => {
      const source = `${tax.code} ${words.source}`;
      const { from, illustrative } = tax;
      const percent = Decimal.parse('12.75');
      return { tax, rate: { from, illustrative, percent, ambiguous: false, rule: words.rule, source } };
    });
  return new CountryTaxLaw(Object.create(BRITISH, { charges: { value: () => charges } }) as CountryPack);
}

const bytesOf = (data: object): number => Buffer.byteLength(JSON.stringify(data));

describe('the assessment of as many items as the pack takes, each with six taxes', () => {
  const prices = Array.from({ length: BRITISH.law.goodsItemsMax }, () => '999999999999.99');
  const assessment = assessmentOf({ items: priced(...prices), law: sixTaxes() });

  it('has a line for each tax of each item and keeps the contract', () => {
    const lines = assessment.items.map((item) => item.lines.map(({ tax }) => tax));
    expect(lines).toEqual(prices.map(() => SIX));
    expect(faultsOf('TaxAssessed', assessment)).toEqual([]);
  });

  it('is an event, which it would not be if each line said everything', () => {
    expect(bytesOf(assessment)).toBeLessThan(EVENT_BYTES_MAX);
    expect(bytesOf(inFull(assessment))).toBeGreaterThan(EVENT_BYTES_MAX);
  });
});

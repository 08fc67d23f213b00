import { Decimal } from '@tonggwan/kernel';
import fc from 'fast-check';
import { assessmentOf, FOR_THE_DECLARATION, linesOf } from './assessing.fixture';
import { priced, twoTaxes } from './two-taxes.fixture';

describe('whatever the goods are worth', () => {
  const price = fc.integer({ min: 0, max: 1_000_000_000 }).map((units) => Decimal.ofMinor(BigInt(units), 2));
  const percent = fc
    .integer({ min: 0, max: 9999 })
    .map((units) => Decimal.ofMinor(BigInt(units), 2).toString());
  const owedOn = (prices: readonly Decimal[], law: ReturnType<typeof twoTaxes>) =>
    Decimal.parse(assessmentOf({ items: priced(...prices.map(String)), law }).assessed.amount);

  it('totals are the sums of their lines, and nothing is negative', () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 20 }), percent, (prices, rate) => {
        const assessment = assessmentOf({ items: priced(...prices.map(String)), law: twoTaxes(rate) });
        for (const { tax, amount } of assessment.totals) {
          const lines = linesOf(assessment).filter((line) => line.tax === tax);
          const sum = Decimal.sum(lines.map((line) => Decimal.parse(line.amount)));
          expect(sum.toFixed(2)).toBe(amount);
          expect(sum.compare(Decimal.zero)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it.each([
    ['each item', undefined],
    ['the declaration', FOR_THE_DECLARATION],
  ])('goods worth more never owe less, with the law cutting %s', (_, rounding) => {
    fc.assert(
      fc.property(price, price, percent, (one, more, rate) => {
        const law = twoTaxes(rate, rounding);
        expect(owedOn([one.plus(more)], law).compare(owedOn([one], law))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

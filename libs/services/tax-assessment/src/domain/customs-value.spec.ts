import { Decimal } from '@tonggwan/kernel';
import fc from 'fast-check';
import type { AssessableDeclaration, DeclaredItem } from './assessable-declaration';
import { Valuation } from './customs-value';
import { declarationOf, goods, priced, twoTaxes } from './two-taxes.fixture';

function valued(items: readonly DeclaredItem[], change: Partial<AssessableDeclaration> = {}) {
  const valuation = new Valuation(twoTaxes(), '2026-03-02');
  const values = valuation.valuesOf(declarationOf(items, change)).map(String);
  return { values, problems: valuation.problems };
}

describe('the customs value', () => {
  it('is the price where nothing is added', () => {
    expect(valued(priced('1000.00', '12.30')).values).toEqual(['1000.00', '12.30']);
  });

  it('is exchanged at the rate of the day and cut once, at the end', () => {
    const items = [goods({ price: { value: '1234.56', currency: 'USD', basis: 'invoice' } })];
    expect(valued(items).values).toEqual(['975.93']);
  });

  it('takes an amount without a currency as one of the pack', () => {
    expect(valued([goods({ price: { value: '7.50', basis: 'customs-value' } })]).values).toEqual(['7.50']);
  });

  it('grows by freight, insurance and carriage by air, and shrinks by duties paid and other deductions', () => {
    const charges = [
      { code: 'freight', value: '50', currency: 'GBP' },
      { code: 'AK', value: '20', currency: 'GBP' },
      { code: 'AR', value: '30', currency: 'GBP' },
      { code: 'BC', value: '40', currency: 'GBP' },
      { code: 'BT', value: '5', currency: 'GBP' },
    ];
    expect(valued([goods({ charges })]).values).toEqual(['10055.00']);
  });

  it("shares the shipment's freight out by price", () => {
    const charges = [{ code: 'freight', value: '10', currency: 'USD' }];
    expect(valued(priced('100.00', '200.00'), { charges }).values).toEqual(['102.63', '205.27']);
  });

  it.each([
    ['a charge of unknown meaning', { charges: [{ code: 'ZZ', value: '1' }] }, 'unknown-charge'],
    [
      'a currency without a rate',
      { price: { value: '1', currency: 'XTS', basis: 'invoice' } },
      'no-exchange-rate',
    ],
    ['no price', { price: undefined }, 'no-value'],
    ['a negative price', { price: { value: '-1', basis: 'invoice' } }, 'value-out-of-range'],
    ['a price of 40 digits', { price: { value: '9'.repeat(40), basis: 'invoice' } }, 'value-out-of-range'],
    [
      'a price of 61 digits',
      { price: { value: `${'9'.repeat(40)}.${'1'.repeat(21)}`, basis: 'invoice' } },
      'value-out-of-range',
    ],
    ['more deducted than there is', { charges: [{ code: 'BT', value: '10000.01' }] }, 'value-out-of-range'],
  ] as const)('is not worked out with %s', (_, change, reason) => {
    expect(valued([goods(change)]).problems.map((problem) => problem.reason)).toEqual([reason]);
  });

  it('sums over all items to all prices and charges', () => {
    const amount = fc.integer({ min: 1, max: 100_000_000 }).map((units) => Decimal.ofMinor(BigInt(units), 2));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), amount, (prices, freight) => {
        const charges = [{ code: 'freight', value: freight.toString() }];
        const { values } = valued(priced(...prices.map(String)), { charges });
        const whole = Decimal.sum([...prices, freight]);
        expect(Decimal.sum(values.map((value) => Decimal.parse(value))).equals(whole)).toBe(true);
      }),
    );
  });
});

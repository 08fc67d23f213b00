import type { TaxAssessed } from '@tonggwan/contracts';
import type { CountryPack } from '@tonggwan/country-pack';
import { packFor } from '@tonggwan/testing';
import { CountryTaxLaw } from './country-tax-law';
import { assess, type Outcome } from './domain/assess';
import type { AssessableDeclaration } from './domain/assessable-declaration';
import { assessableDeclaration } from './domain/read-declaration';
import { declarationOf, goods } from './domain/two-taxes.fixture';
import { koreanImport } from './korean-import.fixture';

const AT = '2026-11-23T01:00:00Z';

function assessBy(pack: CountryPack) {
  const law = new CountryTaxLaw(pack);
  return (declaration: AssessableDeclaration): Outcome => assess(declaration, 'accepted', [], law, AT);
}

function amountsOf(outcome: Outcome) {
  const { totals, payable, nilReason } = outcome.data as TaxAssessed;
  return { totals: totals.map(({ tax, amount }) => `${tax} ${amount}`), payable: payable.amount, nilReason };
}

describe('by the law of Korea', () => {
  const assessKorean = assessBy(packFor('kr'));
  const korean = (value: string, rateClass = 'A') =>
    assessKorean(assessableDeclaration(koreanImport({ value, rateClass })));

  it('the value is cut to won, and the sums of duty and VAT to ten won', () => {
    const outcome = korean('123456.99');
    expect(outcome.data).toMatchObject({
      items: [
        {
          commodityCode: '870899',
          origin: 'CN',
          customsValue: '123456',
          lines: [
            { tax: 'CUD', base: '123456', rate: '8.0', amount: '9876.48' },
            { tax: 'VAT', base: '133332.48', rate: '10', amount: '13333.248' },
          ],
        },
      ],
      paymentMethod: '11',
      debtor: 'IMPORTER-1',
    });
    expect(amountsOf(outcome)).toEqual({
      totals: ['CUD 9870', 'VAT 13330'],
      payable: '23200',
      nilReason: undefined,
    });
  });

  it.each([
    ['53191', '9990', '0', 'below-smallest-collected'],
    ['53244', '10000', '10000', undefined],
  ])('of a tax on goods worth %s won, %s, is collected %s', (value, assessed, payable, nilReason) => {
    const outcome = korean(value);
    expect((outcome.data as TaxAssessed).assessed.amount).toBe(assessed);
    expect(amountsOf(outcome)).toMatchObject({ payable, nilReason });
  });

  it('a rate class that the goods have no rate in holds them', () => {
    const outcome = korean('1000000', 'FPE1');
    expect(outcome).toMatchObject({
      type: 'AssessmentHeld',
      data: { reason: 'no-rate', details: [expect.stringContaining('870899 of CN in rate class FPE1')] },
    });
  });

  it('Saturday in Seoul is Friday in Greenwich: the rate of exchange changes with the calendar of Korea', () => {
    const inDollars = (taxPointAt: string) =>
      assessKorean(
        declarationOf(
          [
            goods({
              commodityCode: '870899',
              rateClass: 'A',
              price: { value: '1000', currency: 'USD', basis: 'invoice' },
            }),
          ],
          { taxPointAt, typeCode: 'B' },
        ),
      ).data as TaxAssessed;
    expect(inDollars('2026-11-14T14:59:59Z').items[0]?.customsValue).toBe('1372400');
    expect(inDollars('2026-11-14T15:00:00Z').items[0]?.customsValue).toBe('1379150');
  });
});

describe('by the law of the United Kingdom', () => {
  const assessBritish = assessBy(packFor('gb'));
  const british = (commodityCode: string, value: string, additionalCodes: string[], more = {}) =>
    assessBritish(
      declarationOf([
        goods({
          commodityCode,
          additionalCodes,
          price: { value, currency: 'GBP', basis: 'invoice' },
          ...more,
        }),
      ]),
    );

  it.each([
    ['8510100000', '1000.00', [], ['A00 20.00', 'B00 204.00']],
    ['6601910000', '1000.00', [], ['A00 40.00', 'B00 208.00']],
    ['8510100000', '998.00', [], ['A00 19.96', 'B00 203.59']],
    ['1804000000', '1000.00', ['VATZ'], ['A00 60.00', 'B00 0.00']],
    ['1302201015', '1200.00', ['NIIMP'], ['A50 230.40', 'A70 0.00', 'B00 240.00', 'B05 46.08']],
  ])('%s worth %s with %p owes %p, as published', (commodityCode, value, codes, totals) => {
    expect(amountsOf(british(commodityCode, value, codes)).totals).toEqual(totals);
  });

  it('goods without a published rate are held', () => {
    expect(british('8471300000', '1000.00', [])).toMatchObject({ data: { reason: 'no-rate' } });
  });
});
